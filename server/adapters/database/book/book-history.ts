import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { CashMove } from '../../../domain/book/cash-move.ts';
import type { CurveSpan, PriceTick } from '../../../domain/book/equity-curve.ts';
import { dec } from '../../../domain/decimal.ts';
import { type OrderSide, directionOf } from '../../../domain/order/order.ts';
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
  'SHARES_GIVEN',
  'SPLIT_BOOKED',
];
const DEPOSITS = ['DEPOSITED', 'WITHDRAWN'];
/** The most instants per span at which prices are read. */
const TICKS = 2_000;

interface MoveRow {
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
  const part = (path: readonly string[], name: string) =>
    isPostgres(knex)
      ? knex.raw('payload::jsonb #>> ? AS ??', [`{${path.join(',')}}`, name])
      : knex.raw('json_extract(payload, ?) AS ??', [`$.${path.join('.')}`, name]);
  const rows = await knex('events')
    .where({ username })
    .whereIn('type', [...MOVING, ...DEPOSITS])
    .orderBy('sequence')
    .select<MoveRow[]>(
      'trade_id',
      'occurred_at',
      part(['amount'], 'amount'),
      part(['trade', 'cashFlow'], 'cash_flow'),
      part(['trade', 'openQuantity'], 'open_quantity'),
      part(['trade', 'instrument', 'multiplier'], 'multiplier'),
      part(['trade', 'side'], 'side'),
      part(['trade', 'mark', 'price'], 'price'),
    );
  return rows.map(moveOf);
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

/** Prices of a user's snapshots in a span. A long span is thinned to the last price of each stretch. */
export async function priceTicks(
  knex: Knex,
  username: Username,
  { from, to }: CurveSpan,
): Promise<readonly PriceTick[]> {
  const stretch = Math.max(1, Math.ceil((to.getTime() - from.getTime()) / TICKS));
  const last = knex('snapshots')
    .whereIn('trade_id', knex('trades').where({ username }).select('id'))
    .whereBetween('taken_at', [from.getTime(), to.getTime()])
    .whereNotNull('price')
    .groupByRaw('trade_id, taken_at / ?', [stretch])
    .select('trade_id')
    .max({ taken_at: 'taken_at' })
    .as('last');
  const rows = await knex('snapshots')
    .join(last, (on) =>
      on.on('snapshots.trade_id', 'last.trade_id').andOn('snapshots.taken_at', 'last.taken_at'),
    )
    .whereNotNull('snapshots.price')
    .orderBy('snapshots.taken_at')
    .select<{ trade_id: string; taken_at: number; price: string }[]>(
      'snapshots.trade_id',
      'snapshots.taken_at',
      'snapshots.price',
    );
  return rows.map(({ trade_id, taken_at, price }) => ({
    at: new Date(taken_at),
    tradeId: trade_id,
    price: dec(price),
  }));
}
