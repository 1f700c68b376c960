import type { Decimal } from '../decimal.ts';

/** OTHER: cash journals, dividends, fees, and whatever word the venue has that we do not know. */
export type AccountEventKind = 'TRADE' | 'EXERCISE' | 'ASSIGNMENT' | 'EXPIRATION' | 'OTHER';

/** One line of the account's statement, as the venue keeps it: evidence, never a fill. */
export interface AccountEvent {
  readonly kind: AccountEventKind;
  /** The day in the venue's books, YYYY-MM-DD. */
  readonly date: string;
  /** Compact OCC symbol or ticker; null where the venue does not tell. */
  readonly symbol: string | null;
  /** Contracts or shares, signed as the venue tells it; negative where a trade sold. */
  readonly quantity: Decimal | null;
  /** Dollars per unit; null where it has none. */
  readonly price: Decimal | null;
  /** Dollars that it brought to the account's cash, negative where it took them. */
  readonly amount: Decimal;
  /** The venue's own words. */
  readonly description: string | null;
}

/** A position that the venue counts as closed, with its result. */
export interface ClosedPosition {
  readonly symbol: string;
  /** Contracts or shares. */
  readonly quantity: Decimal;
  /** Dollars in all, multiplier included. */
  readonly cost: Decimal;
  readonly proceeds: Decimal;
  readonly gainLoss: Decimal;
  /** Exchange date, YYYY-MM-DD. */
  readonly openedOn: string | null;
  readonly closedOn: string;
}
