import type { Decimal } from '../decimal.ts';
import { dec } from '../decimal.ts';
import type { Token } from '../instrument/instrument.ts';
import type { TokenQuote } from '../market/quote.ts';
import { fromRawUnits } from '../token/raw-units.ts';
import type { SwapQuote } from '../token/swap-quote.ts';
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
const PRICE_DIGITS = 18;

/** Null for a quote that gets nothing. */
export function purchaseOf(quote: SwapQuote, { decimals }: Token): Purchase | null {
  if (quote.outAmount <= 0n) return null;
  const pays = toDollars(quote.inAmount, 'USDC', USDC_PRICE);
  const { impactPct } = quote;
  const unitCost = pays
    .div(fromRawUnits(quote.outAmount, decimals))
    .toSignificantDigits(PRICE_DIGITS);
  const kept = HUNDRED.minus(impactPct).div(HUNDRED);
  return { pays, unitCost, costBeyondImpact: unitCost.times(kept), impactPct };
}

/** Percent points of its dollars that a purchase loses when all it got is sold at once for USDC. */
export function roundTripPct({ pays }: Purchase, sale: SwapQuote): Decimal {
  const back = toDollars(sale.outAmount, 'USDC', USDC_PRICE);
  return pays.minus(back).div(pays).times(HUNDRED);
}

/** The market as an order of this size meets it. `solPrice` null: the network's fee is not known. */
export function purchaseQuote(
  { symbol, decimals }: Token,
  { unitCost, bought, sale }: QuotedPurchase,
  solPrice: Decimal | null,
): TokenQuote {
  const { receivedAt } = bought;
  const got = fromRawUnits(bought.outAmount, decimals);
  const back = sale && toDollars(sale.outAmount, 'USDC', USDC_PRICE);
  return {
    ...{ assetClass: 'TOKEN', symbol, last: null, volume: null },
    ...{ ask: unitCost, bid: back && back.div(got).toSignificantDigits(PRICE_DIGITS) },
    ...{ source: 'jupiter quote', sourceTime: receivedAt, receivedAt, delayed: false },
    swapFee: solPrice && swapFee(solPrice, { opensAccount: true }),
  };
}
