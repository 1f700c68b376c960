import type { ChainVolatilityQuery } from '../gql/graphql.ts';
import { daysUntil } from '../lib/times.ts';
import { atTheMoneyIv, nearest } from './chain-view.ts';

export interface TermPoint {
  readonly expiration: string;
  readonly days: number;
  /** At-the-money volatility in percentage points a year; null when unknown. */
  readonly iv: number | null;
  /** Time of the older of its two quotes, ms since 1970; null when unknown. */
  readonly madeAt: number | null;
  readonly stale: boolean;
}

/**
 * The days ahead at which the term structure is read. An index or a large fund has an expiration each day,
 * so its next eight expirations would show nothing of the months behind them.
 */
const DAYS_OUT = [0, 2, 7, 14, 30, 60, 90, 180];

/** The expirations to read: the nearest to each of these days, and the chosen one; soonest first. */
export function termExpirations(
  all: readonly string[],
  chosen: string | null,
  now: number,
): readonly string[] {
  const found = new Set(chosen !== null && all.includes(chosen) ? [chosen] : []);
  for (const days of DAYS_OUT) {
    const away = (date: string) => Math.abs(daysUntil(date, now) - days);
    const [best] = [...all].sort((a, b) => away(a) - away(b));
    if (best !== undefined && found.size < DAYS_OUT.length) found.add(best);
  }
  return [...found].sort();
}

type Chain = ChainVolatilityQuery['optionChain'];

/** At-the-money volatility of one expiration: the mean of call and put at the strike nearest to the spot. */
export function termPoint(chain: Chain, now: number): TermPoint {
  const { expiration, rows } = chain;
  const spot = chain.underlyingPrice == null ? null : Number(chain.underlyingPrice);
  const iv = atTheMoneyIv(rows, spot);
  const row = spot === null ? undefined : nearest(rows, spot);
  const quotes = [row?.call, row?.put].flatMap((quote) => (quote ? [quote] : []));
  const times = quotes.flatMap(({ sourceTime, receivedAt }) => sourceTime ?? receivedAt ?? []);
  return {
    expiration,
    days: daysUntil(expiration, now),
    iv: iv === null ? null : iv * 100,
    madeAt: times.length > 0 ? Math.min(...times.map((time) => Date.parse(time))) : null,
    stale: quotes.some(({ stale }) => stale),
  };
}
