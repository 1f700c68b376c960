import type { BookedSwap } from '../domain/swap/booked-moves.ts';

/** The booked swaps of one wallet, whichever user's they are. */
export interface LandedSwaps {
  /** The newest slot that a swap is booked from; null: there is none. */
  lastSlot(): Promise<number | null>;
  /** Swaps booked from slots later than `after`, up to `upTo`. */
  between(after: number, upTo: number): Promise<readonly BookedSwap[]>;
}
