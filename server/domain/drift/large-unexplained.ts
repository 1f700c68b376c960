import { dec, type Decimal } from '../decimal.ts';
import type { DriftRow } from './derive-rows.ts';

/** Whatever the size: what rounding leaves is far less, and a wrong fee or a lost fill is more. */
const DOLLARS = dec(1);
/** Of what went into the trade: the usual spread of a liquid share is less, so that it is no noise of the market. */
const SHARE = dec('0.001');

/** Above a dollar and above 0.1 % of what went into the trade: a person must look why. */
export function isLargeUnexplained({ split, size }: Pick<DriftRow, 'split' | 'size'>): boolean {
  const rest: Decimal = split.UNEXPLAINED.abs();
  return rest.greaterThan(DOLLARS) && rest.greaterThan(size.times(SHARE));
}
