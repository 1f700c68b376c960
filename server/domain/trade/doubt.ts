import type { Decimal } from '../decimal.ts';

/** The likely cause when an account's holding or exits differ from the book. */
export type DoubtCause =
  | 'SPLIT'
  | 'DIVIDEND'
  | 'SYMBOL_CHANGE'
  | 'SUCCESSOR'
  | 'ADJUSTED_CONTRACT'
  | 'ASSIGNMENT'
  | 'SOMEBODY';

/** A difference between the venue's holding of a symbol and the book's. Signed shares or contracts. */
export interface Doubt {
  readonly cause: DoubtCause;
  /** The book's holding: the sum over all trades of the account. */
  readonly ours: Decimal;
  readonly theirs: Decimal;
  /** The ratio when a split may explain both positions; else null. */
  readonly newShares: Decimal | null;
  readonly oldShares: Decimal | null;
  /** The symbol that most likely replaced this one in the account; null when there is none. */
  readonly successor: string | null;
  /**
   * Whether the account's history did not explain it yet and will be read again. Null: stored before this field
   * existed, so only the sentence says it (`older-sentences.ts`).
   */
  readonly awaitsHistory: boolean | null;
  readonly at: Date;
}
