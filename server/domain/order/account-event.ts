import type { Decimal } from '../decimal.ts';

/** OTHER: cash journals, dividends, fees, and any kind of the venue's that we do not know. */
export type AccountEventKind = 'TRADE' | 'EXERCISE' | 'ASSIGNMENT' | 'EXPIRATION' | 'OTHER';

/** One line of the account's statement, as the venue keeps it. It is evidence, never a fill. */
export interface AccountEvent {
  readonly kind: AccountEventKind;
  /** The day in the venue's books, YYYY-MM-DD. */
  readonly date: string;
  /** Compact OCC symbol or ticker; null when the venue gives none. */
  readonly symbol: string | null;
  /** Contracts or shares, with the venue's sign; negative for a sale. */
  readonly quantity: Decimal | null;
  /** Dollars per unit; null when the line has no price. */
  readonly price: Decimal | null;
  /** Dollars added to the account's cash; negative when taken from it. */
  readonly amount: Decimal;
  /** The venue's own words. */
  readonly description: string | null;
  /** The venue's word for the line's kind: `ach`, `wire`, `dividend`, `interest`, `fee`, `journal` … */
  readonly word?: string;
}

/** A position that the venue lists as closed, with its result. */
export interface ClosedPosition {
  readonly symbol: string;
  /** Contracts or shares. */
  readonly quantity: Decimal;
  /** Dollars in total, with the multiplier. */
  readonly cost: Decimal;
  readonly proceeds: Decimal;
  readonly gainLoss: Decimal;
  /** Exchange date, YYYY-MM-DD. */
  readonly openedOn: string | null;
  readonly closedOn: string;
}
