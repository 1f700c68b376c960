import type { ScaledPrice } from '../matching/scaled-order.ts';
import { exactText, floorDiv, power, PRICE_DIGITS, readExact } from './exact.ts';

/** A double holds any decimal of this many digits. Further digits are the noise of its arithmetic. */
const DOUBLE_DIGITS = 15;
const ASKED_DIGITS = 18;

/** The price of an order, exactly and as text. */
export interface OrderPrice {
  /** Dollars, in `PRICE_DIGITS`. */
  readonly exact: bigint;
  readonly text: string;
}

/**
 * A price that a strategy asks for: a decimal as text with at most 18 decimal places, or a number, of which 15
 * digits count. Null: it is no price above 0.
 */
export function readPrice(value: number | string): OrderPrice | null {
  const text = typeof value === 'number' ? String(Number(value.toPrecision(DOUBLE_DIGITS))) : value;
  const units = readExact(text, ASKED_DIGITS);
  if (units === null || units <= 0n) return null;
  return priceAt(units * power(PRICE_DIGITS - ASKED_DIGITS));
}

export function priceAt(exact: bigint): OrderPrice {
  return { exact, text: exactText(exact, PRICE_DIGITS) };
}

/** `times` times the price in the units of a market: the next whole number below, and the next above. */
export function inUnits(exact: bigint, digits: number, times = 1n): ScaledPrice {
  const one = power(PRICE_DIGITS - digits);
  const floor = floorDiv(exact * times, one);
  return { floor: Number(floor), ceil: Number(floor * one === exact * times ? floor : floor + 1n) };
}
