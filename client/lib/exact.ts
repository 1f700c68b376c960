import { Decimal } from 'decimal.js';

/** Exact decimals: wide enough that no sum or product of the API's 30-digit numbers is rounded. */
export const Exact = Decimal.clone({ precision: 130, toExpNeg: -130, toExpPos: 130 });
export type Exact = Decimal;

/** Null stays null: an unknown amount never becomes 0. */
export function exact(value: string | number | null | undefined): Exact | null {
  return value === null || value === undefined || value === '' ? null : new Exact(value);
}

/** Typed text as a number; null unless it is a plain decimal such as `12`, `12.5` or `1,200.50`. */
export function typed(text: string): Exact | null {
  const plain = text.trim().replaceAll(',', '').replace('\u2212', '-');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? new Exact(plain) : null;
}

/** The sum of the known terms, and the number of unknown ones that it leaves out. */
export function sumKnown(terms: readonly (Exact | null)[]): { sum: Exact; missing: number } {
  let sum = new Exact(0);
  let missing = 0;
  for (const term of terms) {
    if (term) sum = sum.plus(term);
    else missing++;
  }
  return { sum, missing };
}

/** Rounded down to so many decimals, as a quantity that is not to exceed what is there. */
export function floored(value: Exact, decimals: number): Exact {
  return value.toDecimalPlaces(decimals, Exact.ROUND_FLOOR);
}
