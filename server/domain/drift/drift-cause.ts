import { sum, ZERO, type Decimal } from '../decimal.ts';

/** Why a trade's result differs from its reference's, in the order in which the causes are split off. */
export const DRIFT_CAUSES = [
  'ENTRY_PRICE',
  'EXIT_PRICE',
  'TIMING',
  'SIZE',
  'FEES',
  'MISSED',
  'REJECTED',
  'FEED_DELAY',
  'UNEXPLAINED',
] as const;

export type DriftCause = (typeof DRIFT_CAUSES)[number];

/** Dollars by cause, with every cause present. Positive: better than the reference. */
export type DriftSplit = Readonly<Record<DriftCause, Decimal>>;

type Explained = Exclude<DriftCause, 'UNEXPLAINED'>;

/** The part of a total that these causes do not explain is UNEXPLAINED, to the last digit. */
export function splitOf(
  total: Decimal,
  explained: Readonly<Partial<Record<Explained, Decimal>>>,
): DriftSplit {
  const none = Object.fromEntries(DRIFT_CAUSES.map((cause) => [cause, ZERO])) as DriftSplit;
  const rest = total.minus(sum(Object.values(explained)));
  return { ...none, ...explained, UNEXPLAINED: rest };
}
