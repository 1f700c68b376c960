import { dec, type Decimal } from '../decimal.ts';

/** How far two prices may lie apart: the higher as a multiple of the lower. */
export const SPREAD = { agree: dec('1.01'), conflict: dec('1.03') } as const;

/** Whether the higher price is at most that multiple of the lower, whichever of the two it is. */
export function isWithin(a: Decimal, b: Decimal, multiple: Decimal): boolean {
  return a.lessThan(b)
    ? b.lessThanOrEqualTo(a.times(multiple))
    : a.lessThanOrEqualTo(b.times(multiple));
}
