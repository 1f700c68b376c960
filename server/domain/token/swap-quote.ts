import type { Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';

export interface SwapQuoteAsked {
  readonly inputMint: Mint;
  readonly outputMint: Mint;
  /** Raw units of the input. */
  readonly inAmount: bigint;
  readonly slippageBps: number;
}

/** What a swap of this size would get, without a taker: `GET /swap/v2/order`. */
export interface SwapQuote extends SwapQuoteAsked {
  readonly outAmount: bigint;
  /** The least that comes out, else the swap fails: `otherAmountThreshold`. */
  readonly leastOutAmount: bigint;
  /** Percent points by which the size moves the price; a loss is positive. */
  readonly impactPct: Decimal;
  /** The fee is already taken off `outAmount`. */
  readonly platformFeeBps: number;
  /** The route, for people to read: labels of its pools in order. */
  readonly route: readonly string[];
  readonly receivedAt: Date;
}
