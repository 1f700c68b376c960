import type { Knex } from 'knex';
import { exchangeDate } from '../../../domain/calendar/market-calendar.ts';
import { ZERO } from '../../../domain/decimal.ts';
import type { NewTradeEvent } from '../../../domain/trade/trade-event.ts';
import type { Trade } from '../../../domain/trade/trade.ts';
import { exactDifference, exactSum } from '../sql/exact-sum.ts';
import { fromRow, type Part, type StoredPart } from './realised-row.ts';

type Before = Pick<Trade, 'realizedPnl' | 'fees' | 'closedAt'>;

/**
 * Stores what a change of a trade realised, on the day of each event. The day on which a trade ends always
 * has a row, even if nothing was realised. A change without a cash move costs no query.
 */
export async function keepRealised(
  trx: Knex.Transaction,
  before: Before | null,
  after: Trade,
  events: readonly NewTradeEvent[],
): Promise<void> {
  for (const [date, part] of partsByDay(before, after, events)) await add(trx, after, date, part);
}

function partsByDay(
  before: Before | null,
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
