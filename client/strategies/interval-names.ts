import type { CandleInterval } from '../gql/graphql.ts';

/** Intervals of bars, the finest first. */
export const INTERVALS: readonly CandleInterval[] = [
  'ONE_MINUTE',
  'FIVE_MINUTES',
  'FIFTEEN_MINUTES',
  'ONE_HOUR',
  'ONE_DAY',
];

const NAMES: Readonly<Record<CandleInterval, string>> = {
  ONE_MINUTE: '1 min',
  FIVE_MINUTES: '5 min',
  FIFTEEN_MINUTES: '15 min',
  ONE_HOUR: '1 hour',
  ONE_DAY: '1 day',
};

export const INTERVAL_MS: Readonly<Record<CandleInterval, number>> = {
  ONE_MINUTE: 60_000,
  FIVE_MINUTES: 300_000,
  FIFTEEN_MINUTES: 900_000,
  ONE_HOUR: 3_600_000,
  ONE_DAY: 86_400_000,
};

/** An interval as `5 min`; a text that is no interval stays as it is. */
export function intervalName(interval: string): string {
  return INTERVALS.includes(interval as CandleInterval)
    ? NAMES[interval as CandleInterval]
    : interval;
}

/** The interval of a strategy: its own, `5 min`, or else its kind’s, `1 day, the kind’s`. */
export function shownInterval(
  named: string | null | undefined,
  kind: { readonly interval?: string | null } | null | undefined,
): string {
  if (named) return intervalName(named);
  return kind?.interval ? `${intervalName(kind.interval)}, the kind’s` : 'the kind’s own';
}
