import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { SqlLearnedVenueRules } from '../../../server/adapters/database/desk/sql-learned-venue-rules.ts';
import type { RealTime } from '../../../server/adapters/wire/real-time.ts';
import { VenueDates } from '../../../server/adapters/wire/venue-dates.ts';
import { TradierBroker } from '../../../server/adapters/tradier/tradier-broker.ts';
import { TradierClient } from '../../../server/adapters/tradier/tradier-client.ts';
import { TradierMarketData } from '../../../server/adapters/tradier/tradier-market-data.ts';
import type { KillSwitchLevel } from '../../../server/domain/account/account.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { TradingMode } from '../../../server/domain/mode.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { TradeAggregate } from '../../../server/domain/trade/trade.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import type { BookDesk } from '../../../server/usecases/book-desk.ts';
import type { Actor } from '../../../server/ports/trading-system.ts';
import { TradierEmulator, type TradierEmulatorOptions } from '../../venues/tradier-emulator.ts';
import { SPY_CALL } from '../values/builders.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { FakeClock, NOON } from '../fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../databases/fresh-book.ts';
import { MemorySettings } from '../fakes/memory-settings.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { alwaysOpen } from '../fakes/brokers.ts';
import { unlockedDesk } from './unlocked-desk.ts';
import { NO_TOKENS } from '../../../server/ports/token-trading.ts';

export const ADA: Actor = { username: 'ada', role: 'USER', demo: false };

/** A whole desk whose venue is Tradier's wire, emulated over real HTTP. */
export class TradierDesk {
  readonly ids = new SeqIds('d');
  readonly log = new SilentLog();
  desk: BookDesk;
  /** The adapters of the newest process. */
  client!: TradierClient;
  market!: TradierMarketData;
  /** The time by the venue’s answers; no desk uses it until a test passes it to one. */
  readonly dates: VenueDates;
  /** The halt of all users, as by a file in DATA_DIR. */
  deskHalt: KillSwitchLevel = 'OFF';
  #keys = 0;

  private constructor(
    readonly venue: TradierEmulator,
    readonly fresh: FreshBook,
    readonly clock: FakeClock,
    readonly settings: MemorySettings,
    private readonly time: RealTime,
  ) {
    this.dates = new VenueDates(clock);
    this.desk = this.restart();
  }

  static async start(
    open?: OpenTestDatabase,
    { mode = 'PAPER', ...options }: TradierEmulatorOptions & { mode?: TradingMode } = {},
    time: RealTime = skippingTime(),
  ): Promise<TradierDesk> {
    const clock = new FakeClock(options.now ?? NOON);
    const venue = await TradierEmulator.start({ now: NOON, ...options });
    venue.setQuote(SPY_CALL.symbol, { bid: 1.45, ask: 1.55, last: 1.5 });
    venue.setQuote('SPY', { bid: 558.2, ask: 558.22, last: 558.21 });
    const settings = new MemorySettings({ paperVenue: 'TRADIER_SANDBOX' });
    return new TradierDesk(venue, await freshBook(['ada'], open, mode), clock, settings, time);
  }

  /** A new process on the same database, as after a kill -9: nothing in memory survives. */
  restart(through: (deps: BookDeps) => BookDeps = (deps) => deps): BookDesk {
    const { venue, clock, log, time } = this;
    const timeouts = { read: 4_000, post: 1_500 };
    const client = new TradierClient({
      baseUrl: venue.url,
      token: venue.token,
      clock,
      log,
      timeouts,
      time,
      dates: this.dates,
    });
    const account = venue.accountId;
    const isReal = this.fresh.book.mode === 'REAL';
    const place = { account, venue: isReal ? 'TRADIER_LIVE' : 'TRADIER_SANDBOX', clock } as const;
    const lessons = new SqlLearnedVenueRules(this.fresh.knex);
    const brokerOf = async () =>
      new TradierBroker(client, {
        ...place,
        lessons: await lessons.of(place.venue, account),
        onVenueRule: (lesson, words) => lessons.learn({ ...place, lesson, words, at: clock.now() }),
      });
    const market = new TradierMarketData(client, { delayed: false, clock });
    this.client = client;
    this.market = market;
    this.desk = unlockedDesk(
      through({
        book: this.fresh.book,
        brokers: alwaysOpen(brokerOf),
        sources: { of: async () => market, snapshotsFor: async () => market },
        tokens: NO_TOKENS,
        settings: this.settings,
        clock,
        ids: this.ids,
        log,
        mayTrade: true,
        timers: machineTimers,
        deskHalt: () => this.deskHalt,
      }),
      { version: 'test', testClock: false },
    );
    return this.desk;
  }

  key(): string {
    this.#keys += 1;
    return `test-key-${this.#keys}`;
  }

  /** Lets time pass at the desk and at the venue. */
  pass(seconds: number): void {
    this.venue.now = this.clock.advance(seconds * 1000);
    this.venue.setQuote(SPY_CALL.symbol, this.#quote);
  }

  #quote: { bid: number; ask: number } = { bid: 1.45, ask: 1.55 };

  /** The contract's quote, as last set. */
  get quoted(): { readonly bid: number; readonly ask: number } {
    return this.#quote;
  }

  quote(bid: number, ask: number): void {
    this.#quote = { bid, ask };
    this.venue.setQuote(SPY_CALL.symbol, this.#quote);
  }

  async place(parts: Partial<TicketInput> = {}) {
    return this.desk.trading.executeOrder(ADA, { open: this.ticket(parts) });
  }

  ticket(parts: Partial<TicketInput> = {}): TicketInput {
    return {
      mode: this.desk.mode,
      idempotencyKey: this.key(),
      option: { symbol: SPY_CALL.symbol },
      side: 'BUY_TO_OPEN',
      quantity: dec(3),
      orderType: 'LIMIT',
      limitPrice: dec('1.50'),
      timeInForce: 'DAY',
      bracket: { stopLoss: dec('1.00'), takeProfit: dec('2.50') },
      ...parts,
    };
  }

  /** Syncs the orders, after so many seconds have passed. */
  async sync(after = 0): Promise<void> {
    if (after > 0) this.pass(after);
    await this.desk.syncOrders.execute();
  }

  async stored(id: string): Promise<TradeAggregate> {
    const found = await this.fresh.book.read('ada').trade(id);
    if (!found) throw new Error(`No trade ${id}`);
    return found;
  }

  async events(id: string): Promise<string[]> {
    const page = await this.fresh.book.read('ada').eventsOf(id, { first: 200, after: null });
    return page.items.map(({ item }) => item.type).reverse();
  }

  async alerts(): Promise<string[]> {
    const page = await this.fresh.book.read('ada').alerts(true, { first: 100, after: null });
    return page.items.map(({ item }) => item.kind);
  }

  /** The venue's ids of the newest order's legs: entry, target, stop or target, stop. */
  legs(): number[] {
    const parent = this.venue.orders.filter((order) => order.legs.length > 0).at(-1);
    return parent ? parent.legs.map((leg) => leg.id) : [];
  }

  async close(): Promise<void> {
    await this.venue.close();
    await this.fresh.close();
  }
}

/** Time whose waits end at once, while its clock moves on by their length. */
function skippingTime(): RealTime {
  let skipped = 0;
  return {
    now: () => performance.now() + skipped,
    sleep: async (ms) => {
      skipped += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
