import { sum, type Decimal } from '../decimal.ts';
import type { Fill } from './order.ts';

const PRICE_DIGITS = 10;

/** Dollars that the fills moved, before the multiplier. */
export function valueOfFills(fills: readonly Fill[]): Decimal {
  return sum(fills.map(({ value }) => value));
}

function at(fill: Fill, price: Decimal): Fill {
  return { ...fill, price, value: fill.quantity.times(price) };
}

/**
 * Moves the fills to another average. The venue reports only the average, so all fills move by the same
 * amount and the last one takes the rounding remainder.
 */
export function fillsAt(fills: readonly Fill[], averagePrice: Decimal): readonly Fill[] {
  const quantity = sum(fills.map((fill) => fill.quantity));
  const wanted = averagePrice.times(quantity);
  const shift = wanted.minus(valueOfFills(fills)).div(quantity).toDecimalPlaces(PRICE_DIGITS);
  const moved = fills.map((fill) => at(fill, fill.price.plus(shift)));
  const last = moved.pop();
  if (!last) return fills;
  const price = wanted.minus(valueOfFills(moved)).div(last.quantity).toDecimalPlaces(PRICE_DIGITS);
  return [...moved, at(last, price)];
}
