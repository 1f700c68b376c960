import type { Decimal } from '../decimal.ts';
import { dec } from '../decimal.ts';

/**
 * Whole tokens as the chain counts them: 1.5 of a mint with 6 decimals is 1,500,000n. Null where the quantity
 * has more decimals than the mint.
 */
export function toRawUnits(quantity: Decimal, decimals: number): bigint | null {
  const raw = quantity.times(powerOfTen(decimals));
  return raw.isInteger() ? BigInt(raw.toFixed()) : null;
}

/** Raw units as whole tokens. */
export function fromRawUnits(raw: bigint, decimals: number): Decimal {
  return dec(raw.toString()).times(powerOfTen(-decimals));
}

function powerOfTen(exponent: number): Decimal {
  return dec(`1e${exponent}`);
}
