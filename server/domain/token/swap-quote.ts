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
  /** The least that arrives, else the swap fails: `otherAmountThreshold`. */
  readonly leastOutAmount: bigint;
  /** Percent points that the size moves the price; a loss is positive. */
  readonly impactPct: Decimal;
  /** Already inside `outAmount`. */
  readonly platformFeeBps: number;
  /** The route, for people to read: labels of its pools in order. */
  readonly route: readonly string[];
  readonly receivedAt: Date;
}
