import type { SwapTerms } from '../domain/swap/inspection/swap-terms.ts';
import type { RiskCheck } from '../domain/refusal.ts';
import type { SignedSwap, SwapOffer } from './swap-orders.ts';

export type { SwapTerms };

/**
 * An order that passed every rule, with the bytes that passed. Only an inspector makes one, and only a signer
 * opens it: nothing else can be signed.
 */
export interface InspectedSwap {
  readonly terms: SwapTerms;
  readonly requestId: string;
  /** The blockhash that it dies with, base58. */
  readonly blockhash: string;
  /** The larger of Jupiter’s last valid block height and our own at the inspection plus 150. */
  readonly lastValidBlockHeight: bigint;
  /** The least raw units that come out, by the transaction itself. */
  readonly leastOutAmount: bigint;
  /** Raw units that came out in the simulation. */
  readonly simulatedOutAmount: bigint;
  /** Lamports for network and priority. */
  readonly feeLamports: bigint;
  /** Lamports of rent that new token accounts of ours take. */
  readonly rentLamports: bigint;
  readonly inspectedAt: Date;
}

export type Inspection =
  | { readonly swap: InspectedSwap; readonly checks: readonly RiskCheck[] }
  | { readonly swap: null; readonly checks: readonly RiskCheck[] };

/** Says what an order’s transaction would really do, before it is signed. */
export interface SwapInspector {
  /** Every rule with its outcome; `swap` is null where one failed. @throws nothing: what it cannot find out fails. */
  inspect(terms: SwapTerms, offer: SwapOffer): Promise<Inspection>;
}

/** One wallet’s key. */
export interface SwapSigner {
  readonly address: string;
  /** Signs the very bytes that were inspected, which sends nothing. */
  sign(swap: InspectedSwap): Promise<SignedSwap>;
}
