import type { CalendarDate } from '../../domain/ids.ts';
import { CANDLE_MS, type Candle, type CandleRange } from '../../domain/market/candle.ts';
import { deskSymbol } from '../../domain/instrument/symbol-forms.ts';
import { badInput } from '../../domain/refusal.ts';
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
import { askMarket } from '../steps/ask-market.ts';
import { paperVenueOf } from '../steps/venue-of.ts';
import type { Actor } from '../../ports/trading-system.ts';

const LONGEST_SEARCH = 40;
const MOST_CANDLES = 5_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Chains, candles and names from the caller's PAPER venue; candles of tokens from their accepted prices. */
export class ReadMarket implements MarketReader {
  constructor(
    private readonly sources: MarketDataSources,
    private readonly settings: SettingsStore,
    private readonly tokens: Pick<PriceReader, 'candles'>,
  ) {}

  optionExpirations(actor: Actor, underlying: string): Promise<readonly string[]> {
    return this.#ask(actor, (market) => market.expirations(deskSymbol(underlying)));
  }

  optionChain(actor: Actor, underlying: string, expiration: CalendarDate): Promise<OptionChain> {
    if (!DATE.test(expiration)) throw badInput('expiration', 'A date, YYYY-MM-DD.');
    return this.#ask(actor, (market) => market.chain(deskSymbol(underlying), expiration));
  }

  /** @throws {Refusal} BAD_USER_INPUT for `to`: a range ends after its beginning and is not too long. */
  candles(actor: Actor, range: CandleRange): Promise<readonly Candle[]> {
    const span = range.to.getTime() - range.from.getTime();
    if (span <= 0) throw badInput('to', 'The end lies after the beginning.');
    if (span > MOST_CANDLES * CANDLE_MS[range.interval]) {
      throw badInput('to', `A range has at most ${MOST_CANDLES} candles; ask for a part of it.`);
    }
    const symbol = deskSymbol(range.symbol);
    if (parseMint(symbol)) return this.tokens.candles(actor, { ...range, symbol });
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
    const venue = await paperVenueOf(this.settings, actor);
    return askMarket(this.sources, { username: actor.username, venue }, ask);
  }
}
