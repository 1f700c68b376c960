import type { Decimal } from '../decimal.ts';

/** What a person makes of terms that the venue changed: takes them over, or has the desk put its own back. */
export type AdjustmentChoice = 'ADOPT' | 'KEEP';

/** For how much an exit stands, and at which prices in dollars per share or unit. */
export interface ExitTerms {
  readonly quantity: Decimal;
  readonly stopPrice: Decimal | null;
  readonly limitPrice: Decimal | null;
}

/** Terms of a standing exit that the venue changed by itself. The order's own are what the desk asked for. */
export interface ExitAdjustment extends ExitTerms {
  readonly toldAt: Date;
  /** When the account was seen to hold just what the book does; null: not compared, and nothing is touched. */
  readonly comparedAt: Date | null;
  /** Null while it waits for a person. */
  readonly choice: AdjustmentChoice | null;
  readonly note: string | null;
  readonly settledAt: Date | null;
  /** `user:NAME`. */
  readonly settledBy: string | null;
}

/** A move of a standing exit that the desk asked for, and that nobody knows the venue's answer to. */
export interface AskedMove {
  readonly stopPrice: Decimal | null;
  readonly limitPrice: Decimal | null;
  readonly at: Date;
}
