import type { ReadonlyUint8Array } from '@solana/kit';
import type { InspectedFacts } from '../../domain/swap/inspection/inspect-swap.ts';
import type { SwapTerms } from '../../domain/swap/inspection/swap-terms.ts';
import type { InspectedSwap } from '../../ports/swap-inspection.ts';

interface Known extends Pick<
  InspectedSwap,
  'terms' | 'requestId' | 'blockhash' | 'lastValidBlockHeight' | 'inspectedAt'
> {
  readonly facts: InspectedFacts;
  readonly bytes: ReadonlyUint8Array;
}

/** A swap that passed. Its bytes can be neither read from outside this folder nor replaced. */
export class Inspected implements InspectedSwap {
  readonly terms: SwapTerms;
  readonly requestId: string;
  readonly blockhash: string;
  readonly lastValidBlockHeight: bigint;
  readonly leastOutAmount: bigint;
  readonly simulatedOutAmount: bigint;
  readonly feeLamports: bigint;
  readonly rentLamports: bigint;
  readonly inspectedAt: Date;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor({ facts, bytes, ...known }: Known) {
    this.terms = known.terms;
    this.requestId = known.requestId;
    this.blockhash = known.blockhash;
    this.lastValidBlockHeight = known.lastValidBlockHeight;
    this.inspectedAt = known.inspectedAt;
    this.leastOutAmount = facts.leastOutAmount;
    this.simulatedOutAmount = facts.simulatedOutAmount;
    this.feeLamports = facts.feeLamports;
    this.rentLamports = facts.rentLamports;
    this.#bytes = Uint8Array.from(bytes);
    Object.freeze(this);
  }

  /** A copy of the message that was inspected. */
  message(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}
