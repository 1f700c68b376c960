import type { CalendarDate, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { RealisedPart } from '../../../domain/statistics/realised-part.ts';
import { exchangeDate } from '../../../domain/calendar/market-calendar.ts';
import { fromRow, type StoredPart } from './realised-row.ts';

export interface JoinedPart extends StoredPart {
  readonly phase: string;
  readonly closed_at: number | null;
  readonly net_sign: number | null;
}

/** Columns of `realised_days AS part` and of its trade. */
export const PART_COLUMNS = [
  ...['part.trade_id', 'part.date', 'part.last_at', 'part.realized_pnl', 'part.fees'],
  ...['trades.phase', 'trades.closed_at', 'trades.net_sign'],
];

/** What all trades realised on one date; oldest first. */
export async function realisedOn(
  knex: Knex,
  username: Username,
  date: CalendarDate,
): Promise<readonly RealisedPart[]> {
  const rows = await knex('realised_days AS part')
    .join('trades', 'trades.id', 'part.trade_id')
    .where({ 'part.username': username, 'part.date': date })
    .orderBy(['part.last_at', 'part.trade_id'])
    .select<JoinedPart[]>(PART_COLUMNS);
  return rows.map(partFromRow);
}

export function partFromRow(row: JoinedPart): RealisedPart {
  const { trade_id: tradeId, date, phase, closed_at, net_sign } = row;
  const { at: lastAt, ...money } = fromRow(row);
  const endedHere =
    phase === 'CLOSED' && closed_at !== null && exchangeDate(new Date(closed_at)) === date;
  const ended = endedHere ? (net_sign as RealisedPart['ended']) : null;
  return { tradeId, date, lastAt, ...money, ended };
}
