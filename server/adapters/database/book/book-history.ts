import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { CashMove } from '../../../domain/book/cash-move.ts';
import { NO_TRADE } from '../../../domain/book/curve-columns.ts';
import { dec } from '../../../domain/decimal.ts';
import { type OrderSide, directionOf } from '../../../domain/order/order.ts';
import { tradesAmong } from '../sql/chunks.ts';
import { selectParts } from '../sql/json-parts.ts';

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

/** Paths in an event's payload, by the columns of a move. */
const PARTS = {
  amount: ['amount'],
  cash_flow: ['trade', 'cashFlow'],
  open_quantity: ['trade', 'openQuantity'],
  multiplier: ['trade', 'instrument', 'multiplier'],
  side: ['trade', 'side'],
  price: ['trade', 'mark', 'price'],
};

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
  const events = knex('events')
    .where({ username })
    .whereIn('type', [...MOVING, ...DEPOSITS])
    .orderBy('sequence');
  return (await moveRows(knex, events)).map(moveOf);
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
  const trades = tradesAmong(knex, username, ids)
    .join('events', 'events.trade_id', 'trades.id')
    .whereIn('events.type', MOVING);
  const rows = await moveRows(knex, trades);
  const book = knex('events').where({ username, kind: 'BOOK' }).whereIn('type', DEPOSITS);
  const deposits = ids.includes(NO_TRADE) ? await moveRows(knex, book) : [];
  return [...rows, ...deposits].map((row) => ({ sequence: row.sequence, move: moveOf(row) }));
}

const moveRows = (knex: Knex, events: Knex.QueryBuilder): Promise<MoveRow[]> =>
  selectParts(knex, events, 'events.payload', PARTS).select<MoveRow[]>(
    ...['events.sequence', 'events.trade_id', 'events.occurred_at'],
  );

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
