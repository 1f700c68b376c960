import type { Decimal } from '../decimal.ts';

/** One contract's, per share: delta 0..1 or -1..0, theta per calendar day, vega per vol point, iv a fraction. */
export interface Greeks {
  readonly delta: number | null;
  readonly gamma: number | null;
  readonly theta: number | null;
  readonly vega: number | null;
  readonly iv: number | null;
}

export const NO_GREEKS: Greeks = { delta: null, gamma: null, theta: null, vega: null, iv: null };

export function greeksOf({ delta, gamma, theta, vega, iv }: Greeks): Greeks {
  return { delta, gamma, theta, vega, iv };
}

interface PriceTag {
  readonly symbol: string;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  readonly last: Decimal | null;
  readonly volume: Decimal | null;
  /** The source, e.g. `simulated`, `tradier`, `orats-live`. */
  readonly source: string;
  /** The source's time of the price, or of its last change; null when the source gives none. */
  readonly sourceTime: Date | null;
  readonly receivedAt: Date;
  readonly delayed: boolean;
  /** The source's name for the share or the option's underlying when it differs from ours: `BF/B` for `BFB`. */
  readonly listedAs?: string;
}

export interface EquityQuote extends PriceTag {
  readonly assetClass: 'EQUITY';
}

/** A type of its own, so an option can never be marked with its stock's price. */
export interface OptionQuote extends PriceTag {
  readonly assetClass: 'OPTION';
  readonly openInterest: number | null;
  readonly greeks: Greeks;
  readonly underlyingPrice: Decimal | null;
}

/**
 * A token's bid is what one token brings and its ask what one costs in a swap of the size in question,
 * including the route's fees and its impact; null where no such swap was quoted. `last` is its judged price.
 */
export interface TokenQuote extends PriceTag {
  readonly assetClass: 'TOKEN';
  /** Dollars that the network takes for such a swap; null where no source gives them. */
  readonly swapFee: Decimal | null;
}

export type Quote = EquityQuote | OptionQuote | TokenQuote;

export function midOf(quote: Pick<Quote, 'bid' | 'ask'>): Decimal | null {
  if (!quote.bid || !quote.ask) return null;
  return quote.bid.plus(quote.ask).div(2);
}

/** Seconds since the price was true, as far as known. */
export function ageSeconds(price: Pick<Quote, 'sourceTime' | 'receivedAt'>, now: Date): number {
  return Math.max(0, (now.getTime() - (price.sourceTime ?? price.receivedAt).getTime()) / 1000);
}
