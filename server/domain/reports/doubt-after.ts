import type { Decimal } from '../decimal.ts';
import type { Doubt } from '../trade/doubt.ts';
import { positionRatio } from '../trade/split-evidence.ts';

/** The doubt after a person booked `closed` (signed) as gone. They read the history, so none is awaited. */
export function doubtAfter(doubt: Doubt, closed: Decimal): Doubt {
  const next = { ...doubt, ours: doubt.ours.minus(closed), awaitsHistory: false };
  if (doubt.cause === 'SPLIT') return next;
  const ratio = doubt.newShares ? positionRatio(next.ours, doubt.theirs) : null;
  const [newShares, oldShares] = [ratio?.newShares ?? null, ratio?.oldShares ?? null];
  return { ...next, newShares, oldShares };
}
