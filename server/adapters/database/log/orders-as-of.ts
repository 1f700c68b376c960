import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Order } from '../../../domain/order/order.ts';
import { FoldedOrders } from '../../../domain/trade/fold-orders.ts';
import { selectParts } from '../sql/json-parts.ts';
import { FORM_FIRST, ordersOfPayload } from './event-payload.ts';

/** Lines per read. */
const PAGE = 500;

interface Line {
  readonly sequence: number;
  readonly form: string | null;
  readonly orders: string;
}

/** One trade's part of a user's log. */
interface TradeLog {
  readonly knex: Knex;
  readonly username: Username;
  readonly tradeId: TradeId;
}

/**
 * A trade's orders in their state after each of these log lines, by sequence. Reads each line once, in pages,
 * from the last line that holds all orders to the last line asked for.
 */
export async function ordersAsOf(
  log: TradeLog,
  sequences: readonly number[],
): Promise<ReadonlyMap<number, readonly Order[]>> {
  const asked = [...sequences].sort((a, b) => a - b);
  const [first, last] = [asked[0], asked.at(-1)];
  const found = new Map<number, readonly Order[]>();
  if (first === undefined || last === undefined) return found;
  const folded = new FoldedOrders();
  const due = new Set(asked);
  let from = await lastWhole(log, first);
  for (;;) {
    const lines = await linesFrom(log, from, last);
    for (const { sequence, orders, form } of lines) {
      folded.take(ordersOfPayload(orders, form));
      if (due.has(sequence)) found.set(sequence, folded.orders);
    }
    if (lines.length < PAGE) return found;
    from = (lines.at(-1)?.sequence ?? last) + 1;
  }
}

const linesOf = ({ knex, username, tradeId }: TradeLog): Knex.QueryBuilder =>
  knex('events').where({ username, trade_id: tradeId, kind: 'TRADE' });

/** The last line at or before a sequence that holds all orders; earlier lines are not needed. */
async function lastWhole(log: TradeLog, sequence: number): Promise<number> {
  const line: { sequence: number } | undefined = await linesOf(log)
    .where('sequence', '<=', sequence)
    .whereRaw('substr(payload, 1, ?) <> ?', [FORM_FIRST.length, FORM_FIRST])
    .orderBy('sequence', 'desc')
    .first('sequence');
  return line?.sequence ?? 0;
}

/** The database extracts the orders, because the trade in a line is not needed. */
function linesFrom(log: TradeLog, from: number, to: number): Promise<Line[]> {
  const lines = linesOf(log).whereBetween('sequence', [from, to]).orderBy('sequence').limit(PAGE);
  const parts = { orders: ['orders'], form: ['form'] };
  return selectParts(log.knex, lines, 'payload', parts).select<Line[]>('sequence');
}
