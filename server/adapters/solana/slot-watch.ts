import type { Commitment } from '../../ports/solana-chain.ts';
import { chainUnknown } from './rpc-host.ts';

/** Slots by which the nodes behind one address may differ: about thirteen seconds. */
const APART = 32n;

/** Answers about signatures are of a block of their own. */
type Source = Commitment | 'signatures';

/** The newest slot and height that an RPC has shown: what is much older is no answer. */
export class SlotWatch {
  readonly #slots = new Map<Source, bigint>();
  readonly #heights = new Map<Source, bigint>();

  /** For requests that can name the slot that they have to be of. */
  bound(commitment: Commitment): { readonly minContextSlot?: number } {
    const seen = this.#slots.get(commitment);
    return seen === undefined || seen <= APART ? {} : { minContextSlot: Number(seen - APART) };
  }

  /** @throws {ChainUnknown} LAGS */
  note(source: Source, slot: bigint): bigint {
    return noted(this.#slots, source, slot, 'slot');
  }

  /** @throws {ChainUnknown} LAGS */
  noteHeight(commitment: Commitment, height: bigint): bigint {
    return noted(this.#heights, commitment, height, 'block height');
  }
}

function noted(seen: Map<Source, bigint>, commitment: Source, value: bigint, what: string): bigint {
  const newest = seen.get(commitment) ?? 0n;
  if (value + APART < newest) throw chainUnknown('LAGS', `is behind the ${what} that it has shown`);
  if (value > newest) seen.set(commitment, value);
  return value;
}
