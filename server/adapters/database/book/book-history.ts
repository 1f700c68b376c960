import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { CashMove } from '../../../domain/book/cash-move.ts';
import { NO_TRADE } from '../../../domain/book/curve-columns.ts';
import { dec } from '../../../domain/decimal.ts';
import { type OrderSide, directionOf } from '../../../domain/order/order.ts';
import { tradesAmong } from '../sql/chunks.ts';
import { isPostgres } from '../sql/dialect.ts';

/** Events that move cash or the quantity held. Any other event leaves both unchanged. */
const MOVING = [
  'ENTRY_FILLED',
  'EXIT_FILLED',
  'FEE_CHARGED',
  'SETTLED',
  'REVIEWED',
  'CORRECTION_SETTLED',
  'CLOSED',
  'SHARES_RECEIVED',
  'HOLDING_ADOPTED',
  'SHARES_GIVEN',
  'SPLIT_BOOKED',
];
/** Book events that move cash. */
export const DEPOSITS = ['DEPOSITED', 'WITHDRAWN'];
interface MoveRow {
  readonly sequence: number;
  readonly trade_id: string | null;
  readonly occurred_at: number;
  readonly amount: string | null;
  readonly cash_flow: string | null;
  readonly open_quantity: string | null;
  readonly multiplier: string | number | null;
  readonly side: OrderSide | null;
  readonly price: string | null;
}

/** Every cash move in log order. Only the matching events are read. */
export async function cashMoves(knex: Knex, username: Username): Promise<readonly CashMove[]> {
  const rows = await knex('events')
    .where({ username })
    .whereIn('type', [...MOVING, ...DEPOSITS])
    .orderBy('sequence')
    .select<MoveRow[]>(moveColumns(knex));
  return rows.map(moveOf);
}

/** A cash move with its place in the log. */
export interface LoggedMove {
  readonly sequence: number;
  readonly move: CashMove;
}

/** The cash moves of these trades; `NO_TRADE` among the ids adds the deposits. */
export async function movesOf(
  knex: Knex,
  username: Username,
  ids: readonly TradeId[],
): Promise<readonly LoggedMove[]> {
  const rows = await tradesAmong(knex, username, ids)
    .join('events', 'events.trade_id', 'trades.id')
    .whereIn('events.type', MOVING)
    .select<MoveRow[]>(moveColumns(knex));
  const deposits = ids.includes(NO_TRADE)
    ? await knex('events')
        .where({ username, kind: 'BOOK' })
        .whereIn('type', DEPOSITS)
        .select<MoveRow[]>(moveColumns(knex))
    : [];
  return [...rows, ...deposits].map((row) => ({ sequence: row.sequence, move: moveOf(row) }));
}

function moveColumns(knex: Knex): (string | Knex.Raw)[] {
  const part = (path: readonly string[], name: string) =>
    isPostgres(knex)
      ? knex.raw('payload::jsonb #>> ? AS ??', [`{${path.join(',')}}`, name])
      : knex.raw('json_extract(payload, ?) AS ??', [`$.${path.join('.')}`, name]);
  return [
    ...['events.sequence', 'events.trade_id', 'events.occurred_at'],
    part(['amount'], 'amount'),
    part(['trade', 'cashFlow'], 'cash_flow'),
    part(['trade', 'openQuantity'], 'open_quantity'),
    part(['trade', 'instrument', 'multiplier'], 'multiplier'),
    part(['trade', 'side'], 'side'),
    part(['trade', 'mark', 'price'], 'price'),
  ];
}

function moveOf(row: MoveRow): CashMove {
  const at = new Date(row.occurred_at);
  const { trade_id: tradeId, side } = row;
  if (tradeId === null || side === null)
    return { kind: 'DEPOSIT', at, amount: dec(row.amount ?? 0) };
  const size = dec(row.open_quantity ?? 0)
    .times(row.multiplier ?? 1)
    .times(directionOf(side));
  const price = row.price === null ? null : dec(row.price);
  return { kind: 'TRADE', at, tradeId, cashFlow: dec(row.cash_flow ?? 0), size, price };
}
