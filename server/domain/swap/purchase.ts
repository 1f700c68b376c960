import type { Decimal } from '../decimal.ts';
import { dec } from '../decimal.ts';
import type { Token } from '../instrument/instrument.ts';
import type { TokenQuote } from '../market/quote.ts';
import type { SwapQuote } from '../token/swap-quote.ts';
import { paidIn, purchasePrice, salePrice } from './quoted.ts';
import { toDollars, USDC_PRICE } from './settlement.ts';
import { swapFee } from './swap-costs.ts';

/** A quoted purchase of a token for USDC. Dollars. */
export interface Purchase {
  readonly pays: Decimal;
  /** For one token, the route's fees and its impact inside. */
  readonly unitCost: Decimal;
  /** The same without the impact that the quote states: what the size is not to blame for. */
  readonly costBeyondImpact: Decimal;
  /** Percent points. */
  readonly impactPct: Decimal;
}

/** With the quotes that it comes of. */
export interface QuotedPurchase extends Purchase {
  readonly bought: SwapQuote;
  /** Of all that is bought, sold again at once; null where none is had. */
  readonly sale: SwapQuote | null;
  /** Percent points of the dollars that are lost then. */
  readonly roundTripPct: Decimal | null;
}

const HUNDRED = dec(100);

/** Null for a quote that gets nothing. */
export function purchaseOf(quote: SwapQuote, token: Token): Purchase | null {
  const unitCost = purchasePrice(token, quote);
  if (!unitCost) return null;
  const { impactPct } = quote;
  const kept = HUNDRED.minus(impactPct).div(HUNDRED);
  return { pays: paidIn(quote), unitCost, costBeyondImpact: unitCost.times(kept), impactPct };
}

/** Percent points of its dollars that a purchase loses when all it got is sold at once for USDC. */
export function roundTripPct({ pays }: Purchase, sale: SwapQuote): Decimal {
  const back = toDollars(sale.outAmount, 'USDC', USDC_PRICE);
  return pays.minus(back).div(pays).times(HUNDRED);
}

/** The market as an order of this size meets it. `solPrice` null: the network's fee is not known. */
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
