import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { VenueMarket } from '../../../server/adapters/simulated/venue-market.ts';
import { tradingEnd } from '../../../server/domain/instrument/contract-hours.ts';
import {
  exchangeDate,
  sessionAt,
  sessionHours,
} from '../../../server/domain/calendar/market-calendar.ts';
import { newYorkInstant } from '../../../server/domain/calendar/new-york-time.ts';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import type { Instrument } from '../../../server/domain/instrument/instrument.ts';
import type { Quote } from '../../../server/domain/market/quote.ts';
import type { Clock } from '../../../server/ports/clock.ts';
import { recordedQuote } from './ledger-replay.ts';

/** One minute of one symbol at its end; `at` is when that was known. */
interface RecordedBar {
  readonly at: Date;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  /** The smaller size of the two sides. */
  readonly size: Decimal;
}

/** Whether a recording is next to the checkout; the console says so when it is not. */
export function isRecorded(path: string): boolean {
  if (existsSync(placeOf(path))) return true;
  console.log(`Skipped: no recorded market ${path} beside the checkout.`);
  return false;
}

/** A recording's lines without the header. */
export function recordedLines(path: string): readonly string[] {
  return gunzipSync(readFileSync(placeOf(path)))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1);
}

function placeOf(path: string): URL {
  return new URL(`../../../../shared/data/${path}`, import.meta.url);
}

/** An exchange's recorded quotes, minute by minute up to the clock; missing prices are not invented. */
export class RecordedExchange implements VenueMarket {
  readonly #bars = new Map<string, RecordedBar[]>();
  readonly #closes = new Map<string, Decimal>();
  readonly #next = new Map<string, number>();

  /** `unlimited`: any size is available at the touch; otherwise the recorded size. */
  constructor(
    private readonly clock: Clock,
    private readonly unlimited = false,
  ) {}

  /** Takes cells as in `minute/SPXW`: the minute's start, the symbol, and from the sixth on bid and ask. */
  record(lines: readonly (readonly string[])[]): void {
    for (const cells of lines) {
      const [date = '', time = ''] = cells[0]!.split('T');
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      const bars = this.#bars.get(cells[1]!) ?? [];
      const size = dec(Math.min(Number(cells[9]), Number(cells[14])));
      const at = newYorkInstant(date, hours * 60 + minutes + 1);
      bars.push({ at, bid: priceOf(cells[8]!), ask: priceOf(cells[13]!), size });
      this.#bars.set(cells[1]!, bars);
    }
  }

  /** The official regular close of an underlying on a date, e.g. `SPX 2021-01-04`. */
  closed(underlyingAndDate: string, price: string): void {
    this.#closes.set(underlyingAndDate, dec(price));
  }

  async quotes(symbols: readonly string[]): Promise<ReadonlyMap<string, Quote>> {
    const known = symbols.flatMap((symbol) => {
      const quote = this.quote(symbol);
      return quote ? [[symbol, quote] as const] : [];
    });
    return new Map(known);
  }

  /** Confirmed while the instrument trades; afterwards as old as the last report. */
  quote(symbol: string): Quote | null {
    const bar = this.#bar(symbol);
    if (!bar) return null;
    const receivedAt = this.#trades(symbol) ? this.clock.now() : bar.at;
    return { ...recordedQuote(symbol, bar.at, bar.bid, bar.ask), receivedAt };
  }

  depth = (symbol: string): Decimal => {
    return this.unlimited ? dec(1_000_000) : (this.#bar(symbol)?.size ?? dec(0));
  };
  expirations = async () => [];
  candles = async () => [];
  searchSymbols = async () => [];
  session = async () => sessionAt(this.clock.now());

  async chain(underlying: string, expiration: string) {
    return { underlying, expiration, underlyingPrice: null, rows: [] };
  }

  async officialClose(underlying: string, date: string) {
    const price = this.#closes.get(`${underlying} ${date}`);
    const sourceTime = sessionHours(date)?.close;
    if (!price || !sourceTime || sourceTime > this.clock.now()) return null;
    return { price, source: 'recording', sourceTime };
  }

  /** The last bar that has ended. Time only moves on, and so does the search. */
  #bar(symbol: string): RecordedBar | null {
    const bars = this.#bars.get(symbol) ?? [];
    const now = this.clock.now();
    let next = this.#next.get(symbol) ?? 0;
    while (next < bars.length && bars[next]!.at <= now) next += 1;
    this.#next.set(symbol, next);
    return bars[next - 1] ?? null;
  }

  #trades(symbol: string): boolean {
    const now = this.clock.now();
    const date = exchangeDate(now);
    const share: Instrument = { assetClass: 'EQUITY', symbol, underlying: symbol, multiplier: 1 };
    const open = sessionHours(date)?.open;
    const end = tradingEnd(parseOccSymbol(symbol) ?? share, date);
    return open !== undefined && end !== null && open < now && now <= end;
  }
}

function priceOf(text: string): Decimal | null {
  return text === '' ? null : dec(text);
}
