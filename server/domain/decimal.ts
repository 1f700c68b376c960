import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Exact numbers for money, prices and quantities.
 *
 * 150 significant digits hold the product of any two decimals that the API accepts (30 digits on either side
 * of the point); text never has an exponent.
 */
export const Decimal = DecimalJs.clone({
  precision: 150,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -200,
  toExpPos: 200,
});
export type Decimal = DecimalJs;

export const ZERO = new Decimal(0);

export function dec(value: string | number | Decimal): Decimal {
  return new Decimal(value);
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

const Wide = Decimal.clone({ precision: 1000 });

/** A sum of many values that never rounds, for comparing ledgers. */
export function exactTotal(values: Iterable<Decimal>): Decimal {
  let total = new Wide(0);
  for (const value of values) total = total.plus(value.toFixed());
  return new Decimal(total.toFixed());
}

/** Whether both are equal, or both null. */
export function sameDecimal(a: Decimal | null, b: Decimal | null): boolean {
  return a === b || (a !== null && b !== null && a.equals(b));
}

/** Null when the value is null: unknown stays unknown. */
export function mapDecimal<T>(value: Decimal | null, then: (value: Decimal) => T): T | null {
  return value === null ? null : then(value);
}

/** Digits kept when a share has no finite decimal form, such as a third. */
const SHARE_DIGITS = 12;

/** The part of a total that belongs to `part` of `whole`. */
export function shareOf(total: Decimal, part: Decimal, whole: Decimal): Decimal {
  if (part.equals(whole)) return total;
  return total.times(part).div(whole).toDecimalPlaces(SHARE_DIGITS, Decimal.ROUND_HALF_EVEN);
}

/** Significant digits of a price in a sentence: every price of an exchange has fewer. */
const SAID_DIGITS = 10;

/** A price for a sentence, rounded. A price computed from a value may have endless digits. */
export function saidPrice(price: Decimal): string {
  return price.toSignificantDigits(SAID_DIGITS).toFixed();
}
