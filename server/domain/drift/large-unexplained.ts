import { dec, type Decimal } from '../decimal.ts';
import type { DriftRow } from './derive-rows.ts';

/** A limit whatever the size: rounding leaves far less, and a wrong fee or a lost fill more. */
const DOLLARS = dec(1);
/** Share of the money in the trade. The usual spread of a liquid share is less, so more is no noise of the market. */
const SHARE = dec('0.001');

/** Above a dollar and above 0.1 % of the money in the trade: a person must find out why. */
export function isLargeUnexplained({ split, size }: Pick<DriftRow, 'split' | 'size'>): boolean {
  const rest: Decimal = split.UNEXPLAINED.abs();
  return rest.greaterThan(DOLLARS) && rest.greaterThan(size.times(SHARE));
}
