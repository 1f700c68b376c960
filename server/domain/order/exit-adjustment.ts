import type { Decimal } from '../decimal.ts';

/** A person's choice about terms that the venue changed: adopt them, or have the desk restore its own. */
export type AdjustmentChoice = 'ADOPT' | 'KEEP';

/** The quantity of an exit, and its prices in dollars per share or unit. */
export interface ExitTerms {
  readonly quantity: Decimal;
  readonly stopPrice: Decimal | null;
  readonly limitPrice: Decimal | null;
}

/** Terms that the venue itself gave a standing exit. The order's own fields hold what the desk asked for. */
export interface ExitAdjustment extends ExitTerms {
  readonly toldAt: Date;
  /** When the account was found to hold exactly what the book does; null: not compared, and nothing is touched. */
  readonly comparedAt: Date | null;
  /** Null while the adjustment waits for a person. */
  readonly choice: AdjustmentChoice | null;
  readonly note: string | null;
  readonly settledAt: Date | null;
  /** `user:NAME`. */
  readonly settledBy: string | null;
}

/** A move of a working exit that the desk asked for and whose answer is unknown. */
export interface AskedMove {
  readonly stopPrice: Decimal | null;
  readonly limitPrice: Decimal | null;
  readonly at: Date;
}
