import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import { exchangeTime } from './exchange-time.ts';
import type { Quirks } from './quirks.ts';

export interface EmulatedGreeks {
  /** The call's delta at this strike; the venue derives the put's. */
  readonly callDelta: number;
  readonly gamma: number;
  readonly theta: number;
  readonly vega: number;
  readonly midIv: number;
}

export interface QuoteSetting {
  readonly bid?: number | string | null;
  readonly ask?: number | string | null;
  readonly last?: number | string | null;
  readonly volume?: number;
  readonly openInterest?: number;
  readonly greeks?: EmulatedGreeks | null;
  /** The type that the venue reports, e.g. `stock`; undefined takes it from the symbol. */
  readonly type?: string;
  /** The time of the quote; undefined is the emulator's now. */
  readonly at?: Date;
}

export interface EmulatedQuote {
  readonly symbol: string;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  readonly last: Decimal | null;
  readonly setting: QuoteSetting;
  readonly at: Date;
}

export interface EmulatedCandle {
  readonly at: Date;
  readonly prices: readonly [open: number, high: number, low: number, close: number];
  readonly volume: number;
}

export type MarketState = 'premarket' | 'open' | 'postmarket' | 'closed';
/** What is special about a date; `close` is HH:mm. */
export type SpecialDay = 'closed' | { readonly close: string };

/** Prices and hours, as set by the tests. */
export class EmulatedMarket {
  /** Overrides the hours unless null. */
  state: MarketState | null = null;
  readonly specialDays = new Map<string, SpecialDay>();
  readonly closes = new Map<string, number>();
  /** Names of companies and funds, by ticker. */
  readonly names = new Map<string, string>();
  /** Candles by symbol and interval in the venue's words, e.g. `SPY 1min`, `SPY daily`. */
  readonly candles = new Map<string, readonly EmulatedCandle[]>();
  readonly #quotes = new Map<string, EmulatedQuote[]>();

  constructor(
    private readonly now: () => Date,
    private readonly quirks: Quirks,
  ) {}

  set(symbol: string, setting: QuoteSetting): void {
    const price = (value: number | string | null | undefined) =>
      value === null || value === undefined ? null : dec(value);
    const [bid, ask, last] = [price(setting.bid), price(setting.ask), price(setting.last)];
    const quote = { symbol, bid, ask, last, setting, at: setting.at ?? this.now() };
    const kept = this.quirks.quoteDelayMs > 0 ? (this.#quotes.get(symbol) ?? []) : [];
    this.#quotes.set(symbol, [...kept, quote]);
  }

  remove(symbol: string): void {
    this.#quotes.delete(symbol);
  }

  /** The quote that the venue shows, which is as old as its delay. */
  shown(symbol: string): EmulatedQuote | undefined {
    const known = this.now().getTime() - this.quirks.quoteDelayMs;
    const quotes = this.#quotes.get(symbol) ?? [];
    return this.quirks.quoteDelayMs > 0
      ? quotes.findLast((quote) => quote.at.getTime() <= known)
      : quotes.at(-1);
  }

  symbols(): string[] {
    return [...this.#quotes.keys()];
  }

  closeOf(date: string): string | null {
    const special = this.specialDays.get(date);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (special === 'closed' || weekday === 0 || weekday === 6) return null;
    return special?.close ?? '16:00';
  }

  stateNow(): { state: MarketState; nextState: MarketState; nextChange: string } {
    const { date, time } = exchangeTime(this.now());
    const close = this.closeOf(date);
    const changes: [string, MarketState][] = close
      ? [
          ['07:00', 'premarket'],
          ['09:30', 'open'],
          [close, 'postmarket'],
          ['20:00', 'closed'],
        ]
      : [];
    const passed = changes.filter(([at]) => at <= time).at(-1);
    const next = changes.find(([at]) => at > time) ?? (['07:00', 'premarket'] as const);
    return {
      state: this.state ?? passed?.[1] ?? 'closed',
      nextChange: next[0],
      nextState: next[1],
    };
  }
}
