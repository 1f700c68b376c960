import type { BookedSwap } from '../domain/swap/booked-moves.ts';

/** What is booked of the swaps of one wallet, whoever's they are. */
export interface LandedSwaps {
  /** The newest slot that a swap is booked from; null: there is none. */
  lastSlot(): Promise<number | null>;
  /** Those of later slots than `after`, up to `upTo`. */
  between(after: number, upTo: number): Promise<readonly BookedSwap[]>;
}
