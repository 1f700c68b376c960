import type { Decimal } from '../decimal.ts';

/** What most likely made an account hold something else than the book, or its exits stand otherwise. */
export type DoubtCause =
  | 'SPLIT'
  | 'DIVIDEND'
  | 'SYMBOL_CHANGE'
  | 'SUCCESSOR'
  | 'ADJUSTED_CONTRACT'
  | 'ASSIGNMENT'
  | 'SOMEBODY';

/** What a venue held of a trade's symbol when it came to differ from the book. Signed shares or contracts. */
export interface Doubt {
  readonly cause: DoubtCause;
  /** What all trades of the account held in the book. */
  readonly ours: Decimal;
  readonly theirs: Decimal;
  /** So many new shares for so many old ones, where the two positions may come of a split; else null. */
  readonly newShares: Decimal | null;
  readonly oldShares: Decimal | null;
  /** What most likely took the symbol's place in the account; null where nothing did. */
  readonly successor: string | null;
  /**
   * The account's history said nothing of it yet, and is asked again. Null: kept before this was a field, so
   * that its sentence alone tells (`older-sentences.ts`).
   */
  readonly awaitsHistory: boolean | null;
  readonly at: Date;
}
