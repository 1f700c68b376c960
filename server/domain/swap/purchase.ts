import type { Decimal } from '../decimal.ts';
import { dec } from '../decimal.ts';
import type { Token } from '../instrument/instrument.ts';
import type { TokenQuote } from '../market/quote.ts';
import type { SwapQuote } from '../token/swap-quote.ts';
import { paidIn, purchasePrice, salePrice } from './quoted.ts';
import { toDollars, USDC_PRICE } from './settlement.ts';
import { swapFee } from './swap-costs.ts';

/** A quoted purchase of a token for USDC, in dollars. */
export interface Purchase {
  readonly pays: Decimal;
  /** Dollars for one token, with the route's fees and the impact. */
  readonly unitCost: Decimal;
  /** The same without the impact that the quote states: the cost that the size does not explain. */
  readonly costBeyondImpact: Decimal;
  /** Percent points. */
  readonly impactPct: Decimal;
}

/** A purchase with the quotes that it comes from. */
export interface QuotedPurchase extends Purchase {
  readonly bought: SwapQuote;
  /** The quote of selling at once all that is bought; null where there is none. */
  readonly sale: SwapQuote | null;
  /** Percent points of the dollars that would be lost by that sale. */
  readonly roundTripPct: Decimal | null;
}

const HUNDRED = dec(100);

/** The purchase of a quote; null for a quote that gets nothing. */
export function purchaseOf(quote: SwapQuote, token: Token): Purchase | null {
  const unitCost = purchasePrice(token, quote);
  if (!unitCost) return null;
  const { impactPct } = quote;
  const kept = HUNDRED.minus(impactPct).div(HUNDRED);
  return { pays: paidIn(quote), unitCost, costBeyondImpact: unitCost.times(kept), impactPct };
}

/** Percent points of its dollars that a purchase loses when all of it is sold at once for USDC. */
export function roundTripPct({ pays }: Purchase, sale: SwapQuote): Decimal {
  const back = toDollars(sale.outAmount, 'USDC', USDC_PRICE);
  return pays.minus(back).div(pays).times(HUNDRED);
}

/** The market for an order of this size. `solPrice` null: the network's fee is not known. */
export function purchaseQuote(
  token: Token,
  { unitCost, bought, sale }: QuotedPurchase,
  solPrice: Decimal | null,
): TokenQuote {
  const { receivedAt } = bought;
  return {
    ...{ assetClass: 'TOKEN', symbol: token.symbol, last: null, volume: null },
    ...{ ask: unitCost, bid: sale && salePrice(token, sale) },
    ...{ source: 'jupiter', sourceTime: receivedAt, receivedAt, delayed: false },
    swapFee: solPrice && swapFee(solPrice, { opensAccount: true }),
  };
}
