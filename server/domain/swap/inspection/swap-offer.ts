import type { Decimal } from '../../decimal.ts';
import type { SwapQuote } from '../../token/swap-quote.ts';

/** What Jupiter says of its own order. Nothing of it is believed before the inspection. */
export interface SwapOffer extends Pick<
  SwapQuote,
  'inputMint' | 'outputMint' | 'inAmount' | 'outAmount' | 'leastOutAmount' | 'slippageBps'
> {
  /** Names the order at `execute`. */
  readonly requestId: string;
  /** Base64 of the unsigned transaction. */
  readonly transaction: string;
  readonly swapMode: string | null;
  /** Null where it is not said. */
  readonly taker: string | null;
  readonly feePayer: string | null;
  readonly gasless: boolean | null;
  readonly router: string | null;
  /** The last block height at which it can land; null where it is not said. */
  readonly lastValidBlockHeight: bigint | null;
  /** Percent points that the size moves the price, a loss positive; null where it is said in two ways that disagree, or not at all. */
  readonly impactPct: Decimal | null;
  readonly platformFeeBps: number;
  /** Labels of the route’s pools, for people to read. */
  readonly route: readonly string[];
  readonly receivedAt: Date;
}
