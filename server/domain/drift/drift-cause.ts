import { sum, ZERO, type Decimal } from '../decimal.ts';

/** Why a trade came out otherwise than its reference, in the order in which the causes are taken. */
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

/** Dollars by cause, each always there. Positive: better than the reference. */
export type DriftSplit = Readonly<Record<DriftCause, Decimal>>;

type Explained = Exclude<DriftCause, 'UNEXPLAINED'>;

/** What these causes do not explain of a total is UNEXPLAINED, to the last digit. */
export function splitOf(
  total: Decimal,
  explained: Readonly<Partial<Record<Explained, Decimal>>>,
): DriftSplit {
  const none = Object.fromEntries(DRIFT_CAUSES.map((cause) => [cause, ZERO])) as DriftSplit;
  const rest = total.minus(sum(Object.values(explained)));
  return { ...none, ...explained, UNEXPLAINED: rest };
}
