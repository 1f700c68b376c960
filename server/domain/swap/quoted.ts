import { Decimal } from '../decimal.ts';
import type { Token } from '../instrument/instrument.ts';
import { fromRawUnits, toRawUnits } from '../token/raw-units.ts';
import type { SwapQuote, SwapQuoteAsked } from '../token/swap-quote.ts';
import { fromDollars, SETTLEMENTS, toDollars, USDC_PRICE } from './settlement.ts';

const SLIPPAGE_BPS = 50;
/** More significant digits than any price has: an endless quotient would fill 150. */
const PRICE_DIGITS = 18;
const USDC = SETTLEMENTS.USDC.mint;

/** The request for a sale of exactly this quantity for USDC, which counts as dollars; null if it has no raw units. */
export function saleAsked(token: Token, quantity: Decimal): SwapQuoteAsked | null {
  const inAmount = toRawUnits(quantity, token.decimals);
  if (inAmount === null || inAmount <= 0n) return null;
  return { inputMint: token.symbol, outputMint: USDC, inAmount, slippageBps: SLIPPAGE_BPS };
}

/** Dollars that one token fetches in such a sale, after the route's fees and its own impact. */
export function salePrice(token: Token, { inAmount, outAmount }: Amounts): Decimal {
  const sold = fromRawUnits(inAmount, token.decimals);
  return toDollars(outAmount, 'USDC', USDC_PRICE).div(sold).toSignificantDigits(PRICE_DIGITS);
}

/** The request for a purchase for these dollars in USDC, rounded down to its units; null for less than one. */
export function purchaseAsked(token: Token, dollars: Decimal): SwapQuoteAsked | null {
  const inAmount = fromDollars(dollars, 'USDC', USDC_PRICE);
  if (inAmount <= 0n) return null;
  return { inputMint: USDC, outputMint: token.symbol, inAmount, slippageBps: SLIPPAGE_BPS };
}

/** Dollars that such a purchase pays. */
export function paidIn({ inAmount }: Pick<SwapQuote, 'inAmount'>): Decimal {
  return toDollars(inAmount, 'USDC', USDC_PRICE);
}

/** Dollars that one token costs in such a purchase, rounded up; null where the purchase gets nothing. */
export function purchasePrice(token: Token, swap: Amounts): Decimal | null {
  if (swap.outAmount <= 0n) return null;
  const got = fromRawUnits(swap.outAmount, token.decimals);
  return paidIn(swap).div(got).toSignificantDigits(PRICE_DIGITS, Decimal.ROUND_UP);
}

type Amounts = Pick<SwapQuote, 'inAmount' | 'outAmount'>;
