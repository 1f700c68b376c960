import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { sessionAt } from '../../../server/domain/calendar/market-calendar.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import { NO_GREEKS, type Quote } from '../../../server/domain/market/quote.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import type { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import {
  MarketDataUnavailable,
  type MarketData,
  type SessionNow,
} from '../../../server/ports/market-data.ts';
import { SecondLook } from '../../../server/usecases/marks/second-look.ts';
import { TakeBookends } from '../../../server/usecases/marks/take-bookends.ts';
import { TakeSnapshots } from '../../../server/usecases/marks/take-snapshots.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { anOpenTrade, keep } from '../values/builders.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../databases/fresh-book.ts';
import { MemorySettings } from '../fakes/memory-settings.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { alwaysOpen } from '../fakes/brokers.ts';
import { NO_TOKENS } from '../../../server/ports/token-trading.ts';

export const EVERY_SECONDS = 300;

/** An exchange's quotes, always fresh, in whatever session the calendar has; the test sets what it answers. */
class ExchangeQuotes {
  bid = '1.40';
  /** How the exchange answers; `nothing` is no quote at all. */
  says: 'quotes' | 'nothing' | 'shares' | 'late' | 'down' | 'busy' = 'quotes';
  /** How many minutes an answer takes. */
  minutes = 0;
  /** Whether an answer takes long because requests wait for their turn. */
  waits = false;
  #putOff = 0;

  constructor(private readonly clock: FakeClock) {}

  putOff = () => this.#putOff;

  async quotes(symbols: readonly string[]): Promise<ReadonlyMap<string, Quote>> {
    this.clock.advance(this.minutes * 60_000);
    if (this.waits) this.#putOff += 1;
    if (this.says === 'down') throw new MarketDataUnavailable('503');
    if (this.says === 'busy') throw new MarketDataUnavailable('the budget is spent', true);
    if (this.says === 'nothing') return new Map();
    return new Map(symbols.map((symbol) => [symbol, this.#quote(symbol)]));
  }

  session: () => Promise<SessionNow> = async () => sessionAt(this.clock.now());

  #quote(symbol: string): Quote {
    const now = this.clock.now();
    const bid = dec(this.bid);
    const sourceTime = this.says === 'late' ? new Date(now.getTime() - 3_600_000) : now;
    const price = { symbol, bid, ask: bid.plus('0.10'), last: null, volume: null, sourceTime };
    const tag = { ...price, source: 'tradier', receivedAt: now, delayed: false };
    return parseOccSymbol(symbol) && this.says !== 'shares'
      ? { ...tag, assetClass: 'OPTION', openInterest: 1, greeks: NO_GREEKS, underlyingPrice: null }
      : { ...tag, assetClass: 'EQUITY' };
  }
}

/** The jobs of a trading day over a real book, with a clock that the test sets; `another` is a second server. */
export class DayDesk {
  readonly clock: FakeClock;
  readonly market: ExchangeQuotes;
  #server: { snapshots: TakeSnapshots; bookends: TakeBookends };

  private constructor(
    readonly fresh: FreshBook,
    start: Date,
  ) {
    this.clock = new FakeClock(start);
    this.market = new ExchangeQuotes(this.clock);
    this.#server = this.server(fresh.book, 's');
  }

  static async start(start: string, open?: OpenTestDatabase): Promise<DayDesk> {
    return new DayDesk(await freshBook(['ada', 'bob'], open), new Date(start));
  }

  server(book: SqlBook, mark: string) {
    const market = this.market as unknown as MarketData;
    const deps: BookDeps = {
      book,
      sources: { of: async () => market, snapshotsFor: async () => market },
      brokers: alwaysOpen(async () => null),
      tokens: NO_TOKENS,
      settings: new MemorySettings(),
      clock: this.clock,
      ids: new SeqIds(mark),
      log: new SilentLog(),
      mayTrade: true,
      timers: machineTimers,
      deskHalt: () => 'OFF',
    };
    const look = new SecondLook(deps);
    return { snapshots: new TakeSnapshots(deps, look), bookends: new TakeBookends(deps, look) };
  }

  hold(id: string, parts: Partial<Trade> = {}): Promise<unknown> {
    const venue = 'TRADIER_SANDBOX';
    const username = parts.username ?? 'ada';
    const openedAt = this.clock.now();
    const trade = anOpenTrade({ id, venue, openedAt, ...parts });
    return this.fresh.book.change(username, (book) => keep(book, null, trade));
  }

  /** Runs what the schedule does at this instant. */
  async tick(): Promise<void> {
    await this.#server.snapshots.execute(EVERY_SECONDS);
    await this.#server.bookends.execute();
  }

  /** Runs the desk until an instant; it looks every five minutes, and once at the end. */
  async run(until: string): Promise<void> {
    const end = new Date(until);
    while (this.clock.now() < end) {
      this.clock.advance(
        Math.min(EVERY_SECONDS * 1000, end.getTime() - this.clock.now().getTime()),
      );
      await this.tick();
    }
  }

  /** Lets time pass until an instant while the desk does not run. */
  off(until: string): void {
    this.clock.set(new Date(until));
  }

  trade(id: string, username = 'ada'): Promise<Trade> {
    const found = this.fresh.book.read(username).trade(id);
    return found.then((each) => each!.trade);
  }

  /** `PRE_MARKET 09:25` in New York, oldest first. */
  async bookends(id: string, username = 'ada'): Promise<string[]> {
    const reader = this.fresh.book.read(username);
    const { items } = await reader.snapshots(id, null, { first: 500, after: null });
    const kept = items.map(({ item }) => item).filter(({ kind }) => kind !== 'INTRADAY');
    return kept.reverse().map(({ kind, takenAt }) => `${kind} ${newYork.format(takenAt)}`);
  }

  /** The first, the last and the number of marks stored within the session. */
  async intraday(id: string, username = 'ada'): Promise<[string?, string?, number?]> {
    const reader = this.fresh.book.read(username);
    const { items } = await reader.snapshots(id, null, { first: 500, after: null });
    const kept = items.flatMap(({ item }) => (item.kind === 'INTRADAY' ? [item.takenAt] : []));
    const times = kept.reverse().map((at) => newYork.format(at));
    return [times[0], times.at(-1), times.length];
  }

  /** `78 of 80; 2 no quote`. */
  async completeness(date: string, username = 'ada'): Promise<string> {
    const { expected, taken, gaps } = await this.fresh.book.read(username).completeness(date);
    return [`${taken} of ${expected}`, ...gaps.map(({ count, cause }) => `${count} ${cause}`)].join(
      '; ',
    );
  }

  close(): Promise<void> {
    return this.fresh.close();
  }
}

const newYork = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'America/New_York', hour: '2-digit', minute: '2-digit' },
});
