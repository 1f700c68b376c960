import type { Tag } from '../../domain/ids.ts';

/** Traits of a real chain, besides its prices, that paper copies: time passes, and some swaps never land. */
export interface PaperChain {
  /** Resolves when a swap sent now would be carried out. */
  latency(): Promise<void>;
  neverLands(tag: Tag): boolean;
}
