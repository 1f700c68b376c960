import type { CalendarDate, TradeId, Username } from '../domain/ids.ts';
import type { VenueName } from '../domain/venue.ts';
import type { MarketSession } from '../domain/calendar/market-calendar.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { OptionContract } from '../domain/instrument/instrument.ts';
import type { Candle, CandleRange } from '../domain/market/candle.ts';
import type { OptionQuote, Quote } from '../domain/market/quote.ts';
import type { Markable } from '../domain/trade/trade.ts';
import type { UnderlyingFigures } from '../domain/trade/trade-context.ts';

export interface OptionChainRow {
  readonly strike: Decimal;
  readonly call: OptionQuote | null;
  readonly put: OptionQuote | null;
}

export interface OptionChain {
  readonly underlying: string;
  readonly expiration: CalendarDate;
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
  /** The source of this statement, for people to read; our own table when left out. */
  readonly source?: string;
  /** Our own table stands in for a venue that could not be asked, or is not believed; false where left out. */
  readonly unconfirmed?: boolean;
}

/** A stock, fund or index whose ticker or name contains the search text. */
export interface SymbolMatch {
  readonly symbol: string;
  readonly description: string;
  /** The source's own code; null when it does not say. */
  readonly exchange: string | null;
  /** `stock`, `etf`, `index` or another word of the source. */
  readonly type: string;
  /** Whether it has listed options; null when the source does not say. */
  readonly optionable: boolean | null;
}

/** Prices of one source. Calls take batches, because sources charge per call. */
export interface MarketData {
  /**
   * Quotes by symbol; a symbol without a quote is absent. `urgent`: an exit waits for the answer, so it goes
   * before polls. @throws {MarketDataUnavailable}
   */
  quotes(symbols: readonly string[], urgent?: boolean): Promise<ReadonlyMap<string, Quote>>;
  /** Expiration dates at the exchange, soonest first; empty for an unknown underlying. */
  expirations(underlying: string): Promise<readonly string[]>;
  chain(underlying: string, expiration: CalendarDate): Promise<OptionChain>;
  /**
   * Whether the venue's chain lists a contract; null when what was read does not show it. Left out when the
   * source cannot know. @throws {MarketDataUnavailable}
   */
  lists?(contract: OptionContract): Promise<boolean | null>;
  session(): Promise<SessionNow>;
  /**
   * Whether the venue is closed all day on an exchange date that is a session in our own calendar; false when
   * the venue does not say. Left out when that cannot happen.
   */
  closedOn?(date: CalendarDate): Promise<boolean>;
  /**
   * How many requests so far had to wait because the source's allowance was used up. Left out when nothing is
   * counted.
   */
  putOff?(): number;
  /**
   * Oldest first; empty for an unknown symbol. Candles from before the source's history are left out.
   * @throws {MarketDataUnavailable}
   */
  candles(range: CandleRange): Promise<readonly Candle[]>;
  /** Best match first. The text has 1 to 40 characters. @throws {MarketDataUnavailable} */
  searchSymbols(text: string): Promise<readonly SymbolMatch[]>;
  /** The official regular close of a date; null while it is unknown. */
  officialClose(underlying: string, date: CalendarDate): Promise<OfficialClose | null>;
}

/** Marks for open positions, from the venue's own quotes or a better source such as ORATS. */
export interface SnapshotSource {
  quotes(symbols: readonly string[]): Promise<ReadonlyMap<string, Quote>>;
  /**
   * Given where a price depends on how much is sold: by trade, the quote of its user's whole position. A trade
   * without a quote is absent. @throws {MarketDataUnavailable}
   */
  quotesToSell?(trades: readonly Markable[]): Promise<ReadonlyMap<TradeId, Quote>>;
}

/** Figures of an underlying, for an entry's context. @throws {MarketDataUnavailable} */
export interface FigureSource {
  figures(underlying: string): Promise<UnderlyingFigures | null>;
}

/** Which sources price a user's trades at a venue. */
export interface MarketDataSources {
  of(username: Username, venue: VenueName): Promise<MarketData>;
  snapshotsFor(username: Username, venue: VenueName): Promise<SnapshotSource>;
  /**
   * What the user's quotes at a venue can be compared with; null where they have no second source. Left out when
   * there is none of this kind.
   */
  secondOf?(username: Username, venue: VenueName): Promise<SnapshotSource | null>;
  /**
   * Answers within two seconds and never fails; null when no figures are known in that time. Left out when
   * there is no source of this kind.
   */
  figuresOf?(
    username: Username,
    venue: VenueName,
    underlying: string,
  ): Promise<UnderlyingFigures | null>;
}

export class MarketDataUnavailable extends Error {
  override readonly name = 'MarketDataUnavailable';

  constructor(
    message: string,
    /** True when the source is not down but its allowance is used up for now. */
    readonly putOff = false,
  ) {
    super(message);
  }
}
