import type { Decimal } from '../decimal.ts';
import type { Doubt } from '../trade/doubt.ts';
import { positionRatio } from '../trade/split-evidence.ts';

/** A doubt once `closed` of what the book held, signed, was booked as gone. */
export function doubtAfter(doubt: Doubt, closed: Decimal): Doubt {
  const ours = doubt.ours.minus(closed);
  if (doubt.cause === 'SPLIT') return { ...doubt, ours };
  const ratio = doubt.newShares ? positionRatio(ours, doubt.theirs) : null;
  const [newShares, oldShares] = [ratio?.newShares ?? null, ratio?.oldShares ?? null];
  return { ...doubt, ours, newShares, oldShares };
}
