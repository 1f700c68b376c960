import type { Decimal } from '../../decimal.ts';
import type { SwapQuote } from '../../token/swap-quote.ts';

/** Jupiter's statement of its own order. Nothing in it is believed before the inspection. */
export interface SwapOffer extends Pick<
  SwapQuote,
  'inputMint' | 'outputMint' | 'inAmount' | 'outAmount' | 'leastOutAmount' | 'slippageBps'
> {
  /** The id that names the order at `execute`. */
  readonly requestId: string;
  /** Base64 of the unsigned transaction. */
  readonly transaction: string;
  readonly swapMode: string | null;
  /** The wallet that takes the order; null where Jupiter does not say. */
  readonly taker: string | null;
  readonly feePayer: string | null;
  readonly gasless: boolean | null;
  readonly router: string | null;
  /** The last block height at which the order can land; null where Jupiter does not say. */
  readonly lastValidBlockHeight: bigint | null;
  /** Percent points that the size moves the price, a loss positive; null where Jupiter gives two that disagree, or none. */
  readonly impactPct: Decimal | null;
  readonly platformFeeBps: number;
  /** Labels of the route’s pools, for people to read. */
  readonly route: readonly string[];
  readonly receivedAt: Date;
}
