import type { Commitment } from '../../ports/solana-chain.ts';
import { chainUnknown } from './rpc-host.ts';

/** How many slots the nodes behind one address may differ by: about thirteen seconds. */
const APART = 32n;
/** How many slots ahead of the newest a single node is not believed: about seven minutes. */
const FAR = 1_000n;

/** Answers about signatures come from a block of their own. */
type Source = Commitment | 'signatures';

/** The newest value, whether one answer alone shows it, and a far-off value that another must confirm. */
interface Shown {
  readonly newest: bigint;
  readonly isSole: boolean;
  readonly doubted: bigint | null;
}

/** The newest slot and height that an RPC has shown; a much older answer is refused. */
export class SlotWatch {
  readonly #slots = new Map<Source, Shown>();
  readonly #heights = new Map<Source, Shown>();

  /** Request options that name the oldest slot an answer may have. */
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

  /** Drops all slots and heights, because another cluster has shown them. */
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
  // A value that only one answer has shown may itself be wrong.
  if (!isSole) return shown;
  return agreed ? believed : { ...shown, doubted: value };
}
