import { dec, Decimal } from '../decimal.ts';
import type { Token } from '../instrument/instrument.ts';
import { fromRawUnits, toRawUnits } from '../token/raw-units.ts';
import type { SwapQuote, SwapQuoteAsked } from '../token/swap-quote.ts';
import { fromDollars, SETTLEMENTS, toDollars } from './settlement.ts';
import type { SwapOrder } from './swap-order.ts';

/** What a swap moves: whole tokens, and their exact value in dollars. */
export interface SwapFill {
  readonly quantity: Decimal;
  readonly value: Decimal;
}

type Amounts = Pick<SwapQuote, 'inAmount' | 'outAmount'>;

const HUNDRED = dec(100);
const BPS_IN_PCT = 100;
/** Significant digits of prices in sentences. */
const SHOWN_DIGITS = 6;

/**
 * The quote to ask for, at `each` dollars for one settlement token, which a sale does not need. Null where the
 * payment is less than the token's least unit.
 */
export function quoteFor(swap: SwapOrder, each: Decimal | null): SwapQuoteAsked | null {
  const { token, quantity, pays } = swap;
  const { mint } = SETTLEMENTS[token.settlement];
  const [inputMint, outputMint] = pays ? [mint, token.symbol] : [token.symbol, mint];
  const inAmount = pays
    ? each && fromDollars(pays, token.settlement, each)
    : toRawUnits(quantity, token.decimals);
  if (!inAmount) return null;
  const slippageBps = swap.slippagePct.times(BPS_IN_PCT).floor().toNumber();
  return { inputMint, outputMint, inAmount, slippageBps };
}

/** These amounts as whole tokens and dollars, at `each` dollars for one settlement token. */
export function fillOf(swap: SwapOrder, { inAmount, outAmount }: Amounts, each: Decimal): SwapFill {
  const { token, pays } = swap;
  const [tokens, settled] = pays ? [outAmount, inAmount] : [inAmount, outAmount];
  return {
    quantity: fromRawUnits(tokens, token.decimals),
    value: toDollars(settled, token.settlement, each),
  };
}

/** Why a swap is not even sent at its first quote's price, as the end of a sentence; null when it is sent. */
export function whyNotSent(swap: SwapOrder, quoted: SwapFill): string | null {
  const { limitPrice, pays, slippagePct } = swap;
  const price = shown(quoted.value.div(quoted.quantity));
  const atLimit = limitPrice && quoted.quantity.times(limitPrice);
  if (atLimit && (pays ? quoted.value.greaterThan(atLimit) : quoted.value.lessThan(atLimit)))
    return `the limit of ${limitPrice.toFixed()} dollars is not met: one is at ${price} now, fees inside`;
  if (!pays) return null;
  const most = pays.times(HUNDRED.plus(slippagePct)).times(quoted.quantity);
  if (quoted.value.times(swap.quantity).times(HUNDRED).lessThanOrEqualTo(most)) return null;
  const meant = shown(pays.div(swap.quantity));
  return `the price moved by more than ${slippagePct.toFixed()} %: one costs ${price} dollars now, not ${meant}`;
}

/**
 * Raw units that must come out, else the swap fails: no less than the first quote promised, less its slippage,
 * and no less than its limit.
 */
export function leastOut(swap: SwapOrder, first: Amounts, each: Decimal): bigint {
  const kept = HUNDRED.minus(swap.slippagePct).div(HUNDRED);
  const bySlippage = rawUp(dec(first.outAmount.toString()).times(kept));
  const byLimit = leastAtLimit(swap, first, each);
  return byLimit > bySlippage ? byLimit : bySlippage;
}

/** Raw units that must come out by the swap's limit; none without a limit. */
export function leastAtLimit(swap: SwapOrder, first: Amounts, each: Decimal): bigint {
  const { limitPrice, token, pays, quantity } = swap;
  if (!limitPrice) return 0n;
  if (pays) return rawOf(fillOf(swap, first, each).value.div(limitPrice), token.decimals);
  return rawOf(quantity.times(limitPrice).div(each), SETTLEMENTS[token.settlement].decimals);
}

/** Whole units in raw ones, rounded up. */
function rawOf(amount: Decimal, decimals: number): bigint {
  return rawUp(amount.times(dec(10).pow(decimals)));
}

function rawUp(raw: Decimal): bigint {
  return BigInt(raw.toDecimalPlaces(0, Decimal.ROUND_UP).toFixed());
}

/** Raw units that came out, for people to read. */
export function describeOut(swap: SwapOrder, outAmount: bigint): string {
  const { token, pays } = swap;
  if (pays) return describeTokens(token, outAmount);
  return `${fromRawUnits(outAmount, SETTLEMENTS[token.settlement].decimals).toFixed()} ${token.settlement}`;
}

function describeTokens({ ticker, decimals }: Token, raw: bigint): string {
  return `${fromRawUnits(raw, decimals).toFixed()} ${ticker}`;
}

function shown(price: Decimal): string {
  return price.toSignificantDigits(SHOWN_DIGITS).toFixed();
}
