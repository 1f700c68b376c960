import type { Decimal } from '../decimal.ts';
import { type Instrument, isToken } from './instrument.ts';

const MOST = 10_000_000;
const MOST_TOKENS = '1e15';

/** How many decimals a quantity may have: contracts and shares are whole, a token is as fine as its mint. */
export function quantityDecimals(instrument: Instrument): number {
  return isToken(instrument) ? instrument.decimals : 0;
}

/** Whether this quantity of an instrument can be traded at all. */
export function isQuantity(instrument: Instrument, quantity: Decimal): boolean {
  if (!quantity.greaterThan(0)) return false;
  if (quantity.greaterThan(isToken(instrument) ? MOST_TOKENS : MOST)) return false;
  return quantity.decimalPlaces() <= quantityDecimals(instrument);
}

/** The quantities up to `most` that can be traded, in words: a sentence without its full stop. */
export function describeQuantity(instrument: Instrument, most = mostOf(instrument)): string {
  return isToken(instrument)
    ? `More than 0 and at most ${most}, with ${instrument.decimals} decimals or fewer`
    : `A whole number from 1 to ${most}`;
}

function mostOf(instrument: Instrument): string {
  return isToken(instrument) ? '1,000,000,000,000,000' : '10,000,000';
}
