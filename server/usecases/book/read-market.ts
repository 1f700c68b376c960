import { DEFAULT_VENUE, type VenueName } from '../../domain/venue.ts';
import { CANDLE_MS, type Candle, type CandleRange } from '../../domain/market/candle.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { deskSymbol } from '../../domain/instrument/symbol-forms.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { SettingsStore } from '../../ports/desk.ts';
import {
  MarketDataUnavailable,
  type MarketData,
  type MarketDataSources,
  type OptionChain,
  type SymbolMatch,
} from '../../ports/market-data.ts';
import type { Actor, MarketReader } from '../../ports/trading-system.ts';

const LONGEST_SEARCH = 40;
const MOST_CANDLES = 5_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Quotes and chains from the venue that the caller trades PAPER at. */
export class ReadMarket implements MarketReader {
  constructor(
    private readonly sources: MarketDataSources,
    private readonly settings: SettingsStore,
  ) {}

  quotes(actor: Actor, symbols: readonly string[]): Promise<readonly (Quote | null)[]> {
    const names = symbols.map(deskSymbol);
    return this.#ask(actor, async (market) => {
      const quotes =
        names.length > 0 ? await market.quotes([...new Set(names)]) : new Map<string, Quote>();
      return names.map((name) => quotes.get(name) ?? null);
    });
  }

  optionExpirations(actor: Actor, underlying: string): Promise<readonly string[]> {
    return this.#ask(actor, (market) => market.expirations(deskSymbol(underlying)));
  }

  optionChain(actor: Actor, underlying: string, expiration: string): Promise<OptionChain> {
    if (!DATE.test(expiration)) throw badInput('expiration', 'A date, YYYY-MM-DD.');
    return this.#ask(actor, (market) => market.chain(deskSymbol(underlying), expiration));
  }

  /** @throws {Refusal} BAD_USER_INPUT for `to`: a range ends after it begins, and not too late. */
  candles(actor: Actor, range: CandleRange): Promise<readonly Candle[]> {
    const span = range.to.getTime() - range.from.getTime();
    if (span <= 0) throw badInput('to', 'The end lies after the beginning.');
    if (span > MOST_CANDLES * CANDLE_MS[range.interval]) {
      throw badInput('to', `A range has at most ${MOST_CANDLES} candles; ask for a part of it.`);
    }
    const symbol = deskSymbol(range.symbol);
    return this.#ask(actor, (market) => market.candles({ ...range, symbol }));
  }

  /** @throws {Refusal} BAD_USER_INPUT for `text`: 1 to 40 characters. */
  searchSymbols(actor: Actor, text: string): Promise<readonly SymbolMatch[]> {
    const typed = text.trim();
    if (typed === '' || typed.length > LONGEST_SEARCH) {
      throw badInput('text', `Type 1 to ${LONGEST_SEARCH} characters of a ticker or a name.`);
    }
    return this.#ask(actor, (market) => market.searchSymbols(typed));
  }

  async #ask<T>(actor: Actor, ask: (market: MarketData) => Promise<T>): Promise<T> {
    try {
      return await ask(await this.sources.of(actor.username, await this.#venue(actor)));
    } catch (error) {
      if (!(error instanceof MarketDataUnavailable)) throw error;
      throw new Refusal('VENUE_UNAVAILABLE', error.message);
    }
  }

  async #venue(actor: Actor): Promise<VenueName> {
    return actor.demo ? DEFAULT_VENUE : (await this.settings.of(actor.username)).paperVenue;
  }
}
