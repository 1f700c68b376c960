import { dec, type Decimal } from '../decimal.ts';

/** The largest move, as a fraction, on the same basis: a larger one may mean a split, or another company. */
const MOST_STEP = dec('0.3');

/** An earlier price of the same instrument, with words for its source. */
export interface KnownPrice {
  readonly price: Decimal;
  readonly words: string;
}

/** Whether a price is too far from an earlier one to be used without a second look. */
export function mayBeOtherBasis(price: Decimal, before: Decimal): boolean {
  return price.minus(before).abs().greaterThan(before.abs().times(MOST_STEP));
}

/** Why a person has to judge a close, with both values; null when it fits the earlier price. */
export function basisDoubt(
  symbol: string,
  close: { readonly price: Decimal; readonly source: string },
  before: KnownPrice | null,
): string | null {
  if (!before || !mayBeOtherBasis(close.price, before.price)) return null;
  const reported = `${close.source} says that ${symbol} closed at ${close.price.toFixed()}`;
  return `${reported}, but ${before.words} was ${before.price.toFixed()}: more than 30 % apart. One of them may be before and one after a split, or of another company. Nothing is settled by it.`;
}
