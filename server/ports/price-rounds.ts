import type { Mint, Username } from '../domain/ids.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { AcceptedPrice, ConfidencePart } from '../domain/price/judged-price.ts';
import type { PriceRound } from '../domain/price/observation.ts';
import type { TokenFacts } from './token-market.ts';

/** NEW: no user asked for the mint within a day. FULL: the user watches as many as one may. */
export type WatchOutcome = 'NEW' | 'WATCHED' | 'FULL';

/** A mint is watched until no user has asked for its price for a day. */
export const WATCH = { perUser: 100, lapsesAfterMs: 86_400_000 } as const;

/** The mints whose prices users ask for, in one market; of all users and servers. */
export interface WatchedMints {
  /** Watches a mint from now on, for this user too; a further call notes that it is still asked for. */
  watch(username: Username, mint: Mint, at: Date): Promise<WatchOutcome>;
  /** Mints that any user asked for within a day, by mint. */
  watched(at: Date): Promise<readonly Mint[]>;
  /** The watched mints of one user, in an order that does not change. */
  watchedBy(username: Username, at: Date): Promise<readonly Mint[]>;
  /** Drops mints that no user asked for within a day. */
  lapse(at: Date): Promise<void>;
}

/** What the directory returned for a token. */
export interface KnownFacts {
  /** Null: it does not know the mint. */
  readonly facts: TokenFacts | null;
  /** What the index says of its decimals; null while it has said nothing. */
  readonly indexDecimals: number | null;
  readonly knownAt: Date;
}

export interface TokenFactStore {
  /** Stores the directory's answer for the mints asked; a mint that it left out is unknown to it. */
  learn(asked: readonly Mint[], told: readonly TokenFacts[], at: Date): Promise<void>;
  /** Stores the decimals by the index of mints that the directory was asked for. */
  noteDecimals(said: ReadonlyMap<Mint, number>): Promise<void>;
  /** A mint that was never asked for is absent. */
  factsOf(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, KnownFacts>>;
}

/** What the sources said, a row for each mint and round of one market; kept for two days. */
export interface PriceRounds {
  /** Stores a round's rows; a row that another server has stored stays as it is. */
  record(rounds: readonly PriceRound[]): Promise<void>;
  /** The last rounds of each mint, at most `limit` of each, oldest first. A mint without any is absent. */
  latest(mints: readonly Mint[], limit: number): Promise<ReadonlyMap<Mint, readonly PriceRound[]>>;
  /** Deletes rounds from before an instant, in small statements. */
  prune(before: Date): Promise<void>;
}

/** A minute of a token's price: the bar of what was believed, and the last judgement. */
export interface PriceMinute {
  readonly mint: Mint;
  /** The minute's start. */
  readonly at: Date;
  /** Null when no price was believed in this minute. */
  readonly bar: {
    readonly open: Decimal;
    readonly high: Decimal;
    readonly low: Decimal;
    readonly close: Decimal;
  } | null;
  /** 0 to 1, to three digits, as are its parts. */
  readonly confidence: number;
  readonly parts: Readonly<Record<ConfidencePart, number>>;
}

/** Minutes are kept for good. */
export interface PriceMinutes {
  /** The stored minutes of these mints that begin at an instant. */
  beginning(at: Date, mints: readonly Mint[]): Promise<ReadonlyMap<Mint, PriceMinute>>;
  put(minutes: readonly PriceMinute[]): Promise<void>;
  /** The minutes of one mint that begin in `[from, to)`, oldest first. */
  between(mint: Mint, from: Date, to: Date): Promise<readonly PriceMinute[]>;
  /**
   * Closes of each mint since an instant, oldest first: one every five minutes, and all of the last minutes. A
   * mint without any is absent.
   */
  closes(
    mints: readonly Mint[],
    since: { readonly from: Date; readonly allFrom: Date },
  ): Promise<ReadonlyMap<Mint, readonly AcceptedPrice[]>>;
}

/** Where a market's prices are kept: in the desk's database, apart from those of every other market. */
export interface PriceStore {
  readonly watches: WatchedMints;
  readonly facts: TokenFactStore;
  readonly rounds: PriceRounds;
  readonly minutes: PriceMinutes;
}
