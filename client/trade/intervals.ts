import type { CandleInterval } from '../gql/graphql.ts';

/** What the chart draws: the desk's own marks as a line, or the venue's candles. */
export type Drawing = 'MARKS' | Exclude<CandleInterval, 'ONE_MINUTE'>;

export const DRAWINGS: readonly { value: Drawing; label: string }[] = [
  { value: 'MARKS', label: 'Line' },
  { value: 'FIVE_MINUTES', label: '5m' },
  { value: 'FIFTEEN_MINUTES', label: '15m' },
  { value: 'ONE_HOUR', label: '1h' },
  { value: 'ONE_DAY', label: '1d' },
];

export const SECONDS: Readonly<Record<Exclude<Drawing, 'MARKS'>, number>> = {
  FIVE_MINUTES: 300,
  FIFTEEN_MINUTES: 900,
  ONE_HOUR: 3600,
  ONE_DAY: 86_400,
};

/** The most candles in one answer of the server. */
const MOST = 5000;
/** Candles shown before the entry and after the end, for context. */
const LEAD = 24;

export interface CandleSpan {
  /** Ms since 1970. */
  readonly from: number;
  /** Ms since 1970; null means until now. */
  readonly to: number | null;
  /** True when the trade began too long ago for candles this short. */
  readonly cut: boolean;
}

interface Lived {
  readonly placedAt: string;
  readonly openedAt?: string | null;
  readonly closedAt?: string | null;
}

/** The span of candles over a trade's life, in whole intervals, so that the request stays the same for a while. */
export function candleSpan(trade: Lived, seconds: number, now: number): CandleSpan {
  const step = seconds * 1000;
  const begin = Date.parse(trade.openedAt ?? trade.placedAt);
  const after = trade.closedAt ? Date.parse(trade.closedAt) + LEAD * step : null;
  const to = after !== null && after < now ? Math.ceil(after / step) * step : null;
  const from = Math.floor(begin / step) * step - LEAD * step;
  const earliest = Math.ceil((to ?? now) / step) * step - (MOST - LEAD) * step;
  return { from: Math.max(from, earliest), to, cut: earliest > from };
}
