import { Decimal } from '../decimal.ts';
import type { Token } from '../instrument/instrument.ts';
import { fromRawUnits, toRawUnits } from '../token/raw-units.ts';
import type { SwapQuote, SwapQuoteAsked } from '../token/swap-quote.ts';
import { fromDollars, SETTLEMENTS, toDollars, USDC_PRICE } from './settlement.ts';

const SLIPPAGE_BPS = 50;
/** Significant digits beyond any price: a quotient that never ends would fill 150. */
const PRICE_DIGITS = 18;
const USDC = SETTLEMENTS.USDC.mint;

/** A sale of exactly so many for USDC, in which dollars are counted; null for a quantity that is no raw one. */
export function saleAsked(token: Token, quantity: Decimal): SwapQuoteAsked | null {
  const inAmount = toRawUnits(quantity, token.decimals);
  if (inAmount === null || inAmount <= 0n) return null;
  return { inputMint: token.symbol, outputMint: USDC, inAmount, slippageBps: SLIPPAGE_BPS };
}

/** Dollars that one token fetches in such a sale, the route's fees and its own impact inside. */
export function salePrice(token: Token, { inAmount, outAmount }: Amounts): Decimal {
  const sold = fromRawUnits(inAmount, token.decimals);
  return toDollars(outAmount, 'USDC', USDC_PRICE).div(sold).toSignificantDigits(PRICE_DIGITS);
}

/** A purchase for so many dollars in USDC, rounded down to what USDC has; null for less than its least unit. */
export function purchaseAsked(token: Token, dollars: Decimal): SwapQuoteAsked | null {
  const inAmount = fromDollars(dollars, 'USDC', USDC_PRICE);
  if (inAmount <= 0n) return null;
  return { inputMint: USDC, outputMint: token.symbol, inAmount, slippageBps: SLIPPAGE_BPS };
}

/** Dollars that such a purchase pays. */
export function paidIn({ inAmount }: Pick<SwapQuote, 'inAmount'>): Decimal {
  return toDollars(inAmount, 'USDC', USDC_PRICE);
}

/** Dollars that one token costs in such a purchase, rounded up; null where it brings nothing. */
export function purchasePrice(token: Token, swap: Amounts): Decimal | null {
  if (swap.outAmount <= 0n) return null;
  const got = fromRawUnits(swap.outAmount, token.decimals);
  return paidIn(swap).div(got).toSignificantDigits(PRICE_DIGITS, Decimal.ROUND_UP);
}

type Amounts = Pick<SwapQuote, 'inAmount' | 'outAmount'>;
