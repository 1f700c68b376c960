import type { CalendarDate } from '../../domain/ids.ts';
import type { z } from 'zod';
import { sessionHours } from '../../domain/calendar/market-calendar.ts';
import type { OptionContract } from '../../domain/instrument/instrument.ts';
import type { Candle, CandleRange } from '../../domain/market/candle.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { Clock } from '../../ports/clock.ts';
import {
  MarketDataUnavailable,
  type MarketData,
  type OfficialClose,
  type OptionChain,
  type SessionNow,
  type SymbolMatch,
} from '../../ports/market-data.ts';
import { tradierCandles } from './tradier-candles.ts';
import type { Fields, TradierClient } from './tradier-client.ts';
import type { Priority } from './tradier-budget.ts';
import { TradierFailure } from './tradier-failure.ts';
import {
  chainReply,
  closeRow,
  expirationDate,
  expirationRow,
  expirationsReply,
  historyReply,
  quoteRow,
  quotesReply,
} from './tradier-market-schema.ts';
import { TradierListings } from './tradier-listings.ts';
import { TradierSession } from './tradier-session.ts';
import { searchSymbols, securitiesReply } from './tradier-symbols.ts';
import { TradierTickers } from './tradier-tickers.ts';
import { chainRows, spotOf } from './tradier-quote-mapping.ts';
import { TradierQuotes } from './tradier-quotes.ts';

export interface TradierMarketDataOptions {
  /** The sandbox's prices are 15 minutes old. */
  readonly delayed: boolean;
  readonly clock: Clock;
}

/** A longer list of symbols is sent as a form, because the length of a URL is limited. */
const LONGEST_ADDRESS = 1_500;
/** Time after the close for the closing auction to print, and for a delayed source to show it. */
const SETTLING_MS = { live: 5 * 60_000, delayed: 20 * 60_000 };

export class TradierMarketData implements MarketData {
  readonly #sessions: TradierSession;
  readonly #listings: TradierListings;
  readonly #tickers: TradierTickers;
  readonly #quotesBySymbol: TradierQuotes;

  constructor(
    private readonly client: TradierClient,
    private readonly options: TradierMarketDataOptions,
  ) {
    this.#sessions = new TradierSession(client, options.clock);
    this.#tickers = new TradierTickers(
      async (q) => (await this.#read('/markets/lookup', securitiesReply, { q })).securities,
      client.rows,
    );
    this.#quotesBySymbol = new TradierQuotes(
      (symbols, urgent) => this.#askQuotes(symbols, urgent ? 'EXIT' : 'POLL'),
      this.#tickers,
      () => this.#stamp(),
    );
    this.#listings = new TradierListings(
      (...chain) => this.#askChain(...chain, false),
      options.clock,
      client.rows,
    );
  }

  quotes(symbols: readonly string[], urgent = false): Promise<ReadonlyMap<string, Quote>> {
    return this.#quotesBySymbol.of(symbols, urgent);
  }

  expirations(underlying: string): Promise<readonly string[]> {
    return this.#tickers.first(underlying, (symbol) => this.#askExpirations(symbol), isEmpty);
  }

  async #askExpirations(symbol: string): Promise<readonly string[]> {
    const query = { symbol, includeAllRoots: 'true' };
    const { dates, rows } = await this.#read(
      '/markets/options/expirations',
      expirationsReply,
      query,
    );
    const plain = this.client.rows.of(`expiration dates of ${symbol}`, expirationDate, dates).read;
    const whole = this.client.rows.of(`expirations of ${symbol}`, expirationRow, rows).read;
    return [...new Set([...plain, ...whole])].sort();
  }

  async chain(underlying: string, expiration: CalendarDate): Promise<OptionChain> {
    const [options, shares] = await Promise.all([
      this.#askChain(underlying, expiration, true),
      this.quotes([underlying]),
    ]);
    const asked = `chain of ${underlying} for ${expiration}`;
    const rows = this.client.rows.of(asked, quoteRow, options).read;
    const underlyingPrice = spotOf(shares.get(underlying));
    const context = { ...this.#stamp(), underlyingPrice: () => underlyingPrice };
    return {
      underlying,
      expiration,
      underlyingPrice,
      rows: chainRows(rows, context),
    };
  }

  lists(contract: OptionContract): Promise<boolean | null> {
    return this.#listings.lists(contract);
  }

  session(): Promise<SessionNow> {
    return this.#sessions.now();
  }

  closedOn(date: string): Promise<boolean> {
    return this.#sessions.closedOn(date);
  }

  searchSymbols(text: string): Promise<readonly SymbolMatch[]> {
    return searchSymbols((...call) => this.#read(...call), text);
  }

  candles(range: CandleRange): Promise<readonly Candle[]> {
    const wire: Parameters<typeof tradierCandles>[0] = {
      read: (...call) => this.#read(...call),
      rows: this.client.rows,
    };
    const now = this.options.clock.now();
    const ask = (symbol: string) => tradierCandles(wire, { ...range, symbol }, now);
    return this.#tickers.first(range.symbol, ask, isEmpty);
  }

  /** Null until the close is settled: before that the day's row holds the last price. */
  async officialClose(underlying: string, date: string): Promise<OfficialClose | null> {
    const closedAt = sessionHours(date)?.close;
    const settling = this.options.delayed ? SETTLING_MS.delayed : SETTLING_MS.live;
    const now = this.options.clock.now();
    if (!closedAt || now.getTime() < closedAt.getTime() + settling) return null;
    const ask = async (symbol: string) => {
      const query = { symbol, interval: 'daily', start: date, end: date };
      const { history } = await this.#read('/markets/history', historyReply, query);
      const asked = `close of ${symbol} on ${date}`;
      const days = this.client.rows.of(asked, closeRow, history).read;
      return days.find((day) => day.date === date)?.close ?? null;
    };
    const price = await this.#tickers.first(underlying, ask, (close) => close === null);
    if (!price || price.isZero()) return null;
    return { price, source: 'tradier history', sourceTime: closedAt };
  }

  putOff(): number {
    return this.client.usage().find(({ bucket }) => bucket === 'MARKET')?.putOff ?? 0;
  }

  #askChain(underlying: string, expiration: CalendarDate, greeks: boolean) {
    const ask = async (symbol: string) => {
      const query = { symbol, expiration, greeks: String(greeks) };
      return (await this.#read('/markets/options/chains', chainReply, query)).options;
    };
    return this.#tickers.first(underlying, ask, isEmpty);
  }

  async #askQuotes(symbols: readonly string[], priority: Priority) {
    const fields: Fields = { symbols: symbols.join(','), greeks: 'true' };
    const path = '/markets/quotes';
    const reply = await this.#available(() =>
      (fields.symbols ?? '').length > LONGEST_ADDRESS
        ? this.client.send({ method: 'POST', path, form: fields, priority }, quotesReply)
        : this.client.get(path, quotesReply, fields, priority),
    );
    const asked = `quotes of ${symbols.join(',')}`;
    return this.client.rows.of(asked, quoteRow, reply.quotes).read;
  }

  #stamp(): { receivedAt: Date; delayed: boolean } {
    return { receivedAt: this.options.clock.now(), delayed: this.options.delayed };
  }

  #read<Shape extends z.ZodType>(path: string, shape: Shape, query: Fields = {}) {
    return this.#available(() => this.client.get(path, shape, query));
  }

  async #available<Reply>(ask: () => Promise<Reply>): Promise<Reply> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof TradierFailure) {
        const putOff = error.kind === 'NOT_SENT' || error.kind === 'OVER_QUOTA';
        throw new MarketDataUnavailable(error.message, putOff);
      }
      throw error;
    }
  }
}

function isEmpty(rows: readonly unknown[]): boolean {
  return rows.length === 0;
}
