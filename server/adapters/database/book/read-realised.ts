import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { RealisedPart } from '../../../domain/statistics/realised-part.ts';
import { exchangeDate } from '../../../domain/calendar/market-calendar.ts';
import { fromRow, type StoredPart } from './realised-row.ts';

interface JoinedPart extends StoredPart {
  readonly phase: string;
  readonly closed_at: number | null;
  readonly net_sign: number | null;
}

/** The realised parts of the trades that `of` selects, or of all trades on one date; oldest first. */
export async function realisedParts(
  knex: Knex,
  username: Username,
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
