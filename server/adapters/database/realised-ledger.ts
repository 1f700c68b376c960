import type { Knex } from 'knex';
import type { RealisedPart } from '../../domain/book/realised-part.ts';
import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { dec, ZERO, type Decimal } from '../../domain/decimal.ts';
import type { NewTradeEvent } from '../../domain/trade/trade-event.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import { exactDifference, exactSum } from './exact-sum.ts';

interface Part {
  readonly at: Date;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
}

/**
 * Keeps what a change of a trade realised, by the day on which each event says that it happened. The day
 * on which the trade ends has a row, whatever that brought. Nothing is asked where no money moved.
 */
export async function keepRealised(
  trx: Knex.Transaction,
  before: Trade | null,
  after: Trade,
  events: readonly NewTradeEvent[],
): Promise<void> {
  for (const [date, part] of partsByDay(before, after, events)) await add(trx, after, date, part);
}

function partsByDay(
  before: Trade | null,
  after: Trade,
  events: readonly NewTradeEvent[],
): ReadonlyMap<string, Part> {
  const days = new Map<string, Part>();
  let last: Pick<Trade, 'realizedPnl' | 'fees'> = before ?? { realizedPnl: ZERO, fees: ZERO };
  for (const { trade, realisedAt, occurredAt } of events) {
    const moved = difference(last, trade);
    if (!isNothing(moved)) put(days, { at: realisedAt ?? occurredAt, ...moved });
    last = trade;
  }
  const { closedAt, phase, filledQuantity } = after;
  const ended = phase === 'CLOSED' && closedAt !== null && !filledQuantity.isZero();
  if (ended && before?.closedAt?.getTime() !== closedAt.getTime())
    put(days, { at: closedAt, realizedPnl: ZERO, fees: ZERO });
  return days;
}

function put(days: Map<string, Part>, part: Part): void {
  const date = exchangeDate(part.at);
  days.set(date, together(days.get(date), part));
}

function together(one: Part | undefined, other: Part): Part {
  if (!one) return other;
  return {
    at: one.at > other.at ? one.at : other.at,
    realizedPnl: exactSum(one.realizedPnl, other.realizedPnl),
    fees: exactSum(one.fees, other.fees),
  };
}

async function add(trx: Knex.Transaction, trade: Trade, date: string, part: Part): Promise<void> {
  const key = { trade_id: trade.id, date };
  const stored = await trx<StoredPart>('realised_days').where(key).first();
  const { at, realizedPnl, fees } = together(stored && fromRow(stored), part);
  const row = {
    last_at: at.getTime(),
    realized_pnl: realizedPnl.toFixed(),
    fees: fees.toFixed(),
  };
  if (stored) await trx('realised_days').where(key).update(row);
  else await trx('realised_days').insert({ ...key, username: trade.username, ...row });
}

function difference(from: Pick<Trade, 'realizedPnl' | 'fees'>, to: Trade) {
  return {
    realizedPnl: exactDifference(to.realizedPnl, from.realizedPnl),
    fees: exactDifference(to.fees, from.fees),
  };
}

function isNothing({ realizedPnl, fees }: Omit<Part, 'at'>): boolean {
  return realizedPnl.isZero() && fees.isZero();
}

interface StoredPart {
  readonly trade_id: string;
  readonly date: string;
  readonly last_at: number;
  readonly realized_pnl: string;
  readonly fees: string;
}
interface JoinedPart extends StoredPart {
  readonly phase: string;
  readonly closed_at: number | null;
  readonly net_sign: number | null;
}

function fromRow({ last_at, realized_pnl, fees }: StoredPart): Part {
  return { at: new Date(last_at), realizedPnl: dec(realized_pnl), fees: dec(fees) };
}

/** Of the user's trades that `of` selects, or of all on one date: in order of time. */
export async function realisedParts(
  knex: Knex,
  username: string,
  which: { readonly date: string } | { readonly trades: Knex.QueryBuilder },
): Promise<readonly RealisedPart[]> {
  const query = knex('realised_days AS part')
    .join('trades', 'trades.id', 'part.trade_id')
    .where('part.username', username)
    .orderBy(['part.date', 'part.last_at', 'part.trade_id']);
  if ('date' in which) void query.where('part.date', which.date);
  else void query.whereIn('part.trade_id', which.trades);
  const rows = await query.select<JoinedPart[]>(
    ...['part.trade_id', 'part.date', 'part.last_at', 'part.realized_pnl', 'part.fees'],
    ...['trades.phase', 'trades.closed_at', 'trades.net_sign'],
  );
  return rows.map(partFromRow);
}

function partFromRow(row: JoinedPart): RealisedPart {
  const { trade_id: tradeId, date, phase, closed_at, net_sign } = row;
  const { at: lastAt, ...money } = fromRow(row);
  const endedHere =
    phase === 'CLOSED' && closed_at !== null && exchangeDate(new Date(closed_at)) === date;
  const ended = endedHere ? (net_sign as RealisedPart['ended']) : null;
  return { tradeId, date, lastAt, ...money, ended };
}
