import { dec, type Decimal } from '../decimal.ts';

/** Further than this from what was known before, a price may be of another basis: a split, another company. */
const MOST_STEP = dec('0.3');

/** A price that was known of the same thing, and whose word that was. */
export interface KnownPrice {
  readonly price: Decimal;
  readonly words: string;
}

/** Whether a price is too far from an earlier one to be taken for the same thing without a second look. */
export function mayBeOtherBasis(price: Decimal, before: Decimal): boolean {
  return price.minus(before).abs().greaterThan(before.abs().times(MOST_STEP));
}

/** Why a close is for a person to judge, with both values; null where it fits what was known before. */
export function basisDoubt(
  symbol: string,
  close: { readonly price: Decimal; readonly source: string },
  before: KnownPrice | null,
): string | null {
  if (!before || !mayBeOtherBasis(close.price, before.price)) return null;
  const told = `${close.source} says that ${symbol} closed at ${close.price.toFixed()}`;
  return `${told}, but ${before.words} was ${before.price.toFixed()}: more than 30 % apart. One of them may be before and one after a split, or of another company. Nothing is settled by it.`;
}
