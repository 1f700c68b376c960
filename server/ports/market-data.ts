import type { VenueName } from '../domain/venue.ts';
import type { MarketSession } from '../domain/calendar/market-calendar.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { OptionContract } from '../domain/instrument/instrument.ts';
import type { Candle, CandleRange } from '../domain/market/candle.ts';
import type { OptionQuote, Quote } from '../domain/market/quote.ts';
import type { UnderlyingFigures } from '../domain/trade/trade-context.ts';

export interface OptionChainRow {
  readonly strike: Decimal;
  readonly call: OptionQuote | null;
  readonly put: OptionQuote | null;
}

export interface OptionChain {
  readonly underlying: string;
  readonly expiration: string;
  readonly underlyingPrice: Decimal | null;
  readonly rows: readonly OptionChainRow[];
}

export interface OfficialClose {
  readonly price: Decimal;
  readonly source: string;
  readonly sourceTime: Date;
}

export interface SessionNow {
  readonly session: MarketSession;
  readonly nextChange: Date | null;
  /** Whose word it is, for a person to read; our own table where left out. */
  readonly source?: string;
}

/** A share, fund or index whose ticker or name begins with, or holds, what was typed. */
export interface SymbolMatch {
  readonly symbol: string;
  readonly description: string;
  /** The source's own code; null where it does not tell. */
  readonly exchange: string | null;
  /** `stock`, `etf`, `index` or another word of the source. */
  readonly type: string;
  /** Whether it has listed options; null where the source does not tell. */
  readonly optionable: boolean | null;
}

/** Prices of one source, asked in batches because the outside charges by the call. */
export interface MarketData {
  /**
   * By symbol; a symbol that nobody quotes is absent. `urgent`: an exit waits for the answer, so it goes
   * before polls. @throws {MarketDataUnavailable}
   */
  quotes(symbols: readonly string[], urgent?: boolean): Promise<ReadonlyMap<string, Quote>>;
  /** The exchange's dates, soonest first; empty for an unknown underlying. */
  expirations(underlying: string): Promise<readonly string[]>;
  chain(underlying: string, expiration: string): Promise<OptionChain>;
  /**
   * Whether the venue's chain lists a contract; null where it cannot be told from what was read. Left out
   * where nobody knows. @throws {MarketDataUnavailable}
   */
  lists?(contract: OptionContract): Promise<boolean | null>;
  session(): Promise<SessionNow>;
  /**
   * Whether the venue is closed all day on an exchange date on which our own calendar has a session; false
   * where it does not say. Left out where that cannot be.
   */
  closedOn?(date: string): Promise<boolean>;
  /** How many questions so far had to wait, for what the source allows was spent. Left out where nothing is counted. */
  putOff?(): number;
  /**
   * Oldest first; empty for an unknown symbol. What the source does not keep that far back is left out.
   * @throws {MarketDataUnavailable}
   */
  candles(range: CandleRange): Promise<readonly Candle[]>;
  /** The best match first; what is typed has 1 to 40 characters. @throws {MarketDataUnavailable} */
  searchSymbols(text: string): Promise<readonly SymbolMatch[]>;
  /** The official regular close of a date, null while it is not known. */
  officialClose(underlying: string, date: string): Promise<OfficialClose | null>;
}

/** Marks for what is held. May be the venue's own quotes or a better source, such as ORATS. */
export interface SnapshotSource {
  quotes(symbols: readonly string[]): Promise<ReadonlyMap<string, Quote>>;
}

/** Figures of an underlying, for the context of an entry. @throws {MarketDataUnavailable} */
export interface FigureSource {
  figures(underlying: string): Promise<UnderlyingFigures | null>;
}

/** Which prices a user's trades at a venue are judged by. */
export interface MarketDataSources {
  of(username: string, venue: VenueName): Promise<MarketData>;
  snapshotsFor(username: string, venue: VenueName): Promise<SnapshotSource>;
  /**
   * Answers within two seconds and never fails: null where nobody knows, or not soon enough. Left out
   * where no source of this kind exists.
   */
  figuresOf?(
    username: string,
    venue: VenueName,
    underlying: string,
  ): Promise<UnderlyingFigures | null>;
}

export class MarketDataUnavailable extends Error {
  override readonly name = 'MarketDataUnavailable';

  constructor(
    message: string,
    /** Not because the source is down, but because what it allows us to ask is spent for now. */
    readonly putOff = false,
  ) {
    super(message);
  }
}
