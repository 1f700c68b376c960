import type { CalendarDate } from '../../domain/ids.ts';
import { CANDLE_MS, type Candle, type CandleRange } from '../../domain/market/candle.ts';
import { deskSymbol } from '../../domain/instrument/symbol-forms.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { badInput } from '../../domain/refusal.ts';
import { venueFor } from '../../domain/trade/venue-for.ts';
import { parseMint } from '../../domain/token/mint.ts';
import type { SettingsStore } from '../../ports/desk.ts';
import type {
  MarketData,
  MarketDataSources,
  OptionChain,
  SymbolMatch,
} from '../../ports/market-data.ts';
import type { MarketReader } from '../../ports/market-reader.ts';
import type { PriceReader } from '../../ports/price-reader.ts';
import type { VenueName } from '../../domain/venue.ts';
import type { ReadThrough } from './read-through.ts';
import { askMarket } from '../steps/ask-market.ts';
import { paperVenueOf } from '../steps/venue-of.ts';
import type { Actor } from '../../ports/trading-system.ts';

const LONGEST_SEARCH = 40;
const MOST_CANDLES = 5_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Chains, candles and names from the caller's venue in a book. REAL's prices come through the caller's own live token,
 * never from PAPER's source. Candles of tokens are made of their accepted prices.
 */
export class ReadMarket implements MarketReader {
  constructor(
    private readonly sources: Readonly<Record<TradingMode, MarketDataSources>>,
    private readonly settings: SettingsStore,
    private readonly tokens: Pick<PriceReader, 'candles'>,
    /** Bars that sources gave before; left out: sources are asked every time. */
    private readonly seen: Pick<ReadThrough, 'candles'> | null = null,
  ) {}

  optionExpirations(
    actor: Actor,
    underlying: string,
    mode: TradingMode,
  ): Promise<readonly string[]> {
    return this.#ask(actor, mode, (market) => market.expirations(deskSymbol(underlying)));
  }

  optionChain(
    actor: Actor,
    underlying: string,
    expiration: CalendarDate,
    mode: TradingMode,
  ): Promise<OptionChain> {
    if (!DATE.test(expiration)) throw badInput('expiration', 'A date, YYYY-MM-DD.');
    return this.#ask(actor, mode, (market) => market.chain(deskSymbol(underlying), expiration));
  }

  /** @throws {Refusal} BAD_USER_INPUT for `to`: a range ends after its beginning and is not too long. */
  async candles(actor: Actor, range: CandleRange, mode: TradingMode): Promise<readonly Candle[]> {
    const span = range.to.getTime() - range.from.getTime();
    if (span <= 0) throw badInput('to', 'The end lies after the beginning.');
    if (span > MOST_CANDLES * CANDLE_MS[range.interval]) {
      throw badInput('to', `A range has at most ${MOST_CANDLES} candles; ask for a part of it.`);
    }
    const symbol = deskSymbol(range.symbol);
    if (!parseMint(symbol)) return this.#listed(actor, { ...range, symbol }, mode);
    // A demo's tokens are simulated, so they have no real price.
    if (mode === 'REAL' && actor.demo) return [];
    return this.tokens.candles(actor, { ...range, symbol });
  }

  /** @throws {Refusal} BAD_USER_INPUT for `text`: 1 to 40 characters. */
  searchSymbols(actor: Actor, text: string, mode: TradingMode): Promise<readonly SymbolMatch[]> {
    const typed = text.trim();
    if (typed === '' || typed.length > LONGEST_SEARCH) {
      throw badInput('text', `Type 1 to ${LONGEST_SEARCH} characters of a ticker or a name.`);
    }
    return this.#ask(actor, mode, (market) => market.searchSymbols(typed));
  }

  async #listed(actor: Actor, range: CandleRange, mode: TradingMode): Promise<readonly Candle[]> {
    const ask = (part: CandleRange) => this.#ask(actor, mode, (market) => market.candles(part));
    return this.seen ? this.seen.candles(await this.#venueOf(actor, mode), range, ask) : ask(range);
  }

  async #venueOf(actor: Actor, mode: TradingMode): Promise<VenueName> {
    return venueFor(mode, 'EQUITY', await paperVenueOf(this.settings, actor));
  }

  async #ask<T>(
    actor: Actor,
    mode: TradingMode,
    ask: (market: MarketData) => Promise<T>,
  ): Promise<T> {
    const venue = await this.#venueOf(actor, mode);
    return askMarket(this.sources[mode], { username: actor.username, venue }, ask);
  }
}
