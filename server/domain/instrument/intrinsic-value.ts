import { dec, ZERO, type Decimal } from '../decimal.ts';
import type { OptionContract } from './instrument.ts';

/** OCC exercise by exception: options are exercised from one cent in the money. */
const EXERCISED_FROM = dec('0.01');

/** The contract's value at expiry, per share. */
export function intrinsicValue({ strike, right }: OptionContract, close: Decimal): Decimal {
  const worth = right === 'CALL' ? close.minus(strike) : strike.minus(close);
  return worth.lessThan(EXERCISED_FROM) ? ZERO : worth;
}
