import { barEnd } from '../../domain/bars/bar-times.ts';
import { newestBar } from '../../domain/bars/newest-bar.ts';
import { sessionAt } from '../../domain/calendar/market-calendar.ts';
import { CANDLE_MS, type Candle, type CandleInterval } from '../../domain/market/candle.ts';
import { candleStart } from '../../domain/market/merge-candles.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { marketOf, type SymbolMarket } from './market-of-run.ts';
import type { RunDeps } from './run-deps.ts';
import { SharedReads } from './shared-reads.ts';

/** A bar that is over. */
export interface CompleteBar {
  readonly candle: Candle;
  readonly end: Date;
}

/** The most candles that one request to a source asks for. */
const MOST_CANDLES = 5_000;
/** Users who are at most this many bars behind the newest share one request. */
const TOGETHER = 3;
const DAY_MS = 86_400_000;
/** A source that is late with a bar is asked each beat at first, then more and more seldom. */
const EAGER_MS = 15_000;

/** Complete bars of symbols. Each source is asked for a symbol's bars once for all users. */
export class ReadBars {
  readonly #reads: SharedReads<readonly Candle[]>;

  constructor(private readonly deps: RunDeps) {
    // What was read in one beat is not asked for again in it.
    this.#reads = new SharedReads(deps, 500);
  }

  tidy(): void {
    this.#reads.tidy();
  }

  market(actor: Actor, symbol: string): Promise<SymbolMarket> {
    return marketOf(this.deps, actor, symbol);
  }

  /** Bars that began after a given bar, oldest first; null: none is due, or the source does not answer now. */
  async after(
    actor: Actor,
    symbol: string,
    interval: CandleInterval,
    { last, askedAt }: { readonly last: number; readonly askedAt: number },
  ): Promise<readonly CompleteBar[] | null> {
    const market = await this.market(actor, symbol);
    const now = this.deps.clock.now().getTime();
    const newest = newestBar(interval, now, market.assetClass);
    if (newest <= last) return null;
    const late = now - barEnd(interval, newest, market.assetClass);
    if (late > EAGER_MS && now - askedAt < late / 2) return null;
    if (market.hours && isClosed(newest, now) && now - askedAt < EAGER_MS) return null;
    const near = newest - TOGETHER * CANDLE_MS[interval];
    const from = candleStart(interval, last >= near ? near : last + 1);
    const bars = await this.#range(actor, symbol, interval, {
      from,
      to: now,
      market,
      isOpen: true,
    });
    return bars && bars.filter(({ candle }) => candle.at.getTime() > last);
  }

  /** The newest bars that were over at an instant, at most `count`, oldest first. */
  async before(
    actor: Actor,
    symbol: string,
    interval: CandleInterval,
    { at, count }: { readonly at: Date; readonly count: number },
  ): Promise<readonly CompleteBar[] | null> {
    if (count === 0) return [];
    const market = await this.market(actor, symbol);
    const to = at.getTime();
    const length = CANDLE_MS[interval];
    // Nights, weekends and holidays have no bars.
    const factor = !market.hours ? 1 : interval === 'ONE_DAY' ? 1.5 : 4;
    const reach = market.hours ? Math.max(count * length * factor, 5 * DAY_MS) : count * length;
    const from = candleStart(interval, to - reach - length);
    const bars = await this.#range(actor, symbol, interval, { from, to, market, isOpen: false });
    return bars && bars.filter(({ end }) => end <= at).slice(-count);
  }

  async #range(
    actor: Actor,
    symbol: string,
    interval: CandleInterval,
    { from, to, market, isOpen }: BarRange,
  ): Promise<readonly CompleteBar[] | null> {
    const { mode } = this.deps;
    const step = MOST_CANDLES * CANDLE_MS[interval];
    const all: CompleteBar[] = [];
    for (let start = from; start < to; start += step) {
      const end = Math.min(start + step, to);
      const range = { symbol, interval, from: new Date(start), to: new Date(end) };
      const upTo = isOpen && end === to ? 'now' : end;
      const key = [market.source, symbol, interval, start, upTo].join(' ');
      const candles = await this.#reads.of(key, () => this.deps.market.candles(actor, range, mode));
      if (candles === null) return null;
      for (const candle of candles) {
        const over = barEnd(interval, candle.at.getTime(), market.assetClass);
        if (over <= to) all.push({ candle, end: new Date(over) });
      }
    }
    return all;
  }
}

interface BarRange {
  readonly from: number;
  readonly to: number;
  readonly market: SymbolMarket;
  /** The range ends now: a request a moment later asks for the same. */
  readonly isOpen: boolean;
}

/** Whether the exchange was closed as the bar began and still is: no such bar comes. */
function isClosed(start: number, now: number): boolean {
  return (
    sessionAt(new Date(start)).session === 'CLOSED' && sessionAt(new Date(now)).session === 'CLOSED'
  );
}
