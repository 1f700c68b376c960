import type { EndedTrade } from './split-pair.ts';

/** A time in which the reference is unknown. Milliseconds since 1970 UTC; `to` is not part of it. */
export interface DriftGap {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/** The first gap in which a trade was decided, or went on. */
export function gapOf(
  { decidedAt, result }: EndedTrade,
  gaps: readonly DriftGap[],
): DriftGap | undefined {
  const end = result.leg.at ?? decidedAt;
  return gaps.find(({ from, to }) => decidedAt < to && end >= from);
}
