import type { Username } from '../domain/ids.ts';
import type { VenueOf } from '../domain/venue.ts';

/** An account or a wallet whose orders cost real money. */
export interface RealAccount {
  readonly venue: VenueOf<'REAL'>;
  readonly account: string;
}

/** Which accounts a user's credentials name, and whether they are theirs. */
export interface RealAccounts {
  /** What is stored, without asking a venue. Empty: REAL cannot be armed. */
  named(username: Username): Promise<readonly RealAccount[]>;
  /** Why an account of the whole desk is left out for the user, a sentence; null when none is. */
  leftOut(username: Username): Promise<string | null>;
  /**
   * Asks the venue whether the credentials own the account and may trade in it.
   * @throws {Refusal} BAD_USER_INPUT that names the account, VENUE_UNAVAILABLE without an answer.
   */
  prove(username: Username, account: RealAccount): Promise<void>;
}

/** A user's permission to enter trades with real money. */
export interface Arming {
  /** New at each arming: what was confirmed under one arming is not valid under the next. */
  readonly id: string;
  readonly accounts: readonly RealAccount[];
  readonly armedAt: Date;
  readonly until: Date;
}

/**
 * Who is armed, for all servers of one database. One user's arming is read, made and ended by `Book`: the
 * transaction that stores an entry decides by it.
 */
export interface Armings {
  /** Users who have an arming now, also one that has run out. */
  armed(): Promise<readonly Username[]>;
}

/** What a confirmation is bound to. */
export interface Confirmed {
  readonly username: Username;
  /** The operation that is confirmed: placeTrade, closeTrade or adjustBracket. */
  readonly operation: string;
  /** The whole input as text, its idempotency key included. */
  readonly body: string;
  /** The arming under which it was given; null for what needs none. */
  readonly arming: string | null;
  /** Dollars per unit that its preview was quoted, as text; null: none was known. */
  readonly quoted: string | null;
  readonly expiresAt: Date;
}

/** Signs confirmations. It keeps nothing, so every server with the same secret can read all tokens. */
export interface Confirmations {
  sign(confirmed: Confirmed): string;
  /** Null for a token that was not signed here, or was for something else. */
  read(token: string): Pick<Confirmed, 'arming' | 'quoted' | 'expiresAt'> | null;
  /** Whether the token was signed for exactly this user, operation and body. */
  isFor(token: string, what: Pick<Confirmed, 'username' | 'operation' | 'body'>): boolean;
}

/** What a book of real money needs in addition to what PAPER needs. */
export interface RealMoney {
  readonly accounts: RealAccounts;
  readonly confirmations: Confirmations;
}
