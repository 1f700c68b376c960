import type { Commitment } from '../../ports/solana-chain.ts';
import { chainUnknown } from './rpc-host.ts';

/** Slots by which the nodes behind one address may differ: about thirteen seconds. */
const APART = 32n;
/** Slots beyond what was shown that no single node is believed: about seven minutes. */
const FAR = 1_000n;

/** Answers about signatures are of a block of their own. */
type Source = Commitment | 'signatures';

/** What was shown so far, with how many answers stand behind it, and one that is so far off that another has to agree. */
interface Shown {
  readonly newest: bigint;
  readonly isSole: boolean;
  readonly doubted: bigint | null;
}

/** The newest slot and height that an RPC has shown: what is much older is no answer. */
export class SlotWatch {
  readonly #slots = new Map<Source, Shown>();
  readonly #heights = new Map<Source, Shown>();

  /** For requests that can name the slot that they have to be of. */
  bound(commitment: Commitment): { readonly minContextSlot?: number } {
    const newest = this.#slots.get(commitment)?.newest ?? 0n;
    return newest <= APART ? {} : { minContextSlot: Number(newest - APART) };
  }

  /** @throws {ChainUnknown} LAGS */
  note(source: Source, slot: bigint): bigint {
    return noted(this.#slots, source, slot, 'slot');
  }

  /** @throws {ChainUnknown} LAGS */
  noteHeight(commitment: Commitment, height: bigint): bigint {
    return noted(this.#heights, commitment, height, 'block height');
  }

  /** What another cluster has shown is of no use here. */
  forget(): void {
    this.#slots.clear();
    this.#heights.clear();
  }
}

function noted(seen: Map<Source, Shown>, source: Source, value: bigint, what: string): bigint {
  const next = after(seen.get(source) ?? null, value);
  seen.set(source, next);
  if (value + APART < next.newest)
    throw chainUnknown('LAGS', `is behind the ${what} that it has shown`);
  return value;
}

function after(shown: Shown | null, value: bigint): Shown {
  if (!shown) return { newest: value, isSole: true, doubted: null };
  const { newest, isSole, doubted } = shown;
  const agreed = doubted !== null && value + APART >= doubted && value <= doubted + FAR;
  const believed = { newest: value, isSole: false, doubted: null };
  if (value > newest + FAR) return agreed ? believed : { ...shown, doubted: value };
  if (value + APART >= newest) return value > newest ? believed : { ...believed, newest };
  // What one answer alone has shown may be the one that is wrong.
  if (!isSole) return shown;
  return agreed ? believed : { ...shown, doubted: value };
}
