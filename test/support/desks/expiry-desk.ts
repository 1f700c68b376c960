import { AT_TOUCH } from '../../../server/domain/matching/fill-model.ts';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { expect } from 'vitest';
import { SqlVenueStore } from '../../../server/adapters/simulated/sql-venue-store.ts';
import { SimulatedBroker } from '../../../server/adapters/simulated/simulated-broker.ts';
import type { VenueMarket } from '../../../server/adapters/simulated/venue-market.ts';
import { sessionHours } from '../../../server/domain/calendar/market-calendar.ts';
import { dec, sum, ZERO } from '../../../server/domain/decimal.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import type { Quote } from '../../../server/domain/market/quote.ts';
import type { OrderSide } from '../../../server/domain/order/order.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import type { Clock } from '../../../server/ports/clock.ts';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../databases/fresh-book.ts';
import { recordedQuote } from '../recorded/ledger-replay.ts';
import { MemorySettings } from '../fakes/memory-settings.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { ADA } from './tradier-desk.ts';
import { alwaysOpen } from '../fakes/brokers.ts';
import { NO_TOKENS } from '../../../server/ports/token-trading.ts';

/** A market that is open around the clock; the test sets its quotes and closes, and quotes are always fresh. */
class SaidMarket implements VenueMarket {
  readonly said = new Map<string, readonly [bid: string, ask: string]>();
  readonly closes = new Map<string, string>();

  constructor(private readonly clock: Clock) {}

  async quotes(symbols: readonly string[]): Promise<ReadonlyMap<string, Quote>> {
    const known = symbols.filter((symbol) => this.said.has(symbol));
    return new Map(
      known.map((symbol) => {
        const [bid, ask] = this.said.get(symbol)!;
        return [symbol, recordedQuote(symbol, this.clock.now(), dec(bid), dec(ask))];
      }),
    );
  }

  depth = () => dec(10_000);
  expirations = async () => [];
  candles = async () => [];
  searchSymbols = async () => [];
  session = async () => ({ session: 'ALWAYS_OPEN', nextChange: null }) as const;

  async chain(underlying: string, expiration: string) {
    return { underlying, expiration, underlyingPrice: null, rows: [] };
  }

  async officialClose(underlying: string, date: string) {
    const said = this.closes.get(`${underlying} ${date}`);
    const sourceTime = sessionHours(date)?.close;
    if (!said || !sourceTime || sourceTime > this.clock.now()) return null;
    return { price: dec(said), source: 'said', sourceTime };
  }
}

/** Ada's desk at the simulated venue, with a market and a clock that the test sets. */
export class ExpiryDesk {
  readonly market: SaidMarket;
  readonly settings = new MemorySettings();
  readonly ids = new SeqIds('x');
  desk: BookDesk;
  #keys = 0;

  private constructor(
    readonly fresh: FreshBook,
    readonly clock: FakeClock,
  ) {
    this.market = new SaidMarket(clock);
    this.desk = this.server();
  }

  static async start(open?: OpenTestDatabase): Promise<ExpiryDesk> {
    return new ExpiryDesk(await freshBook(['ada'], open), new FakeClock());
  }

  /** A server on this database; with `another` it has its own connections. */
  server(through: (deps: BookDeps) => BookDeps = (deps) => deps, another = false): BookDesk {
    const { book, knex } = another ? this.fresh.another() : this.fresh;
    const { market, clock, settings } = this;
    const sources = { of: async () => market, snapshotsFor: async () => market };
    const deps: BookDeps = {
      tokens: NO_TOKENS,
      ...{ book, sources, settings, clock, ids: another ? new SeqIds('y') : this.ids },
      ...{ log: new SilentLog(), mayTrade: true, timers: machineTimers, deskHalt: () => 'OFF' },
      brokers: alwaysOpen(async () => this.#broker({ book, knex })),
    };
    return new BookDesk(through(deps), { version: 'test', testClock: true });
  }

  #broker({ book, knex }: Pick<FreshBook, 'book' | 'knex'>): SimulatedBroker {
    const store = new SqlVenueStore(knex, this.clock);
    return new SimulatedBroker('ada', store, this.market, this.clock, {
      fillRule: async () => AT_TOUCH,
      deposits: async () => (await book.read('ada').account()).deposits,
      movedElsewhere: async () => ZERO,
    });
  }

  /** Returns the trade's id, whatever the venue did; a price of 2.00 means 2.00 bid, 2.01 ask. */
  async place(symbol: string, side: OrderSide, quantity: number, price: string, bracket = {}) {
    const isOption = parseOccSymbol(symbol) !== null;
    this.market.said.set(symbol, [
      price,
      price === '0.01' ? '0.02' : dec(price).plus('0.01').toFixed(),
    ]);
    const [bid, ask] = this.market.said.get(symbol)!;
    const trade = await this.desk.trading.executeOrder(ADA, {
      open: {
        mode: 'PAPER',
        idempotencyKey: this.key(),
        ...(isOption ? { option: { symbol } } : { equity: { symbol } }),
        ...{ side, quantity: dec(quantity), orderType: 'LIMIT', timeInForce: 'DAY', bracket },
        limitPrice: dec(side.startsWith('BUY') ? ask : bid),
      },
    });
    await this.desk.syncOrders.execute();
    return trade.id;
  }

  async open(...terms: Parameters<ExpiryDesk['place']>): Promise<string> {
    const id = await this.place(...terms);
    expect((await this.trade(id)).status).toBe('OPEN');
    return id;
  }

  /** Moves to just after the close of a day, with this close of the underlying. */
  closes(underlying: string, date: string, price: string): void {
    this.market.closes.set(`${underlying} ${date}`, price);
    const hours = sessionHours(date)!;
    this.clock.set(new Date(hours.close.getTime() + 60_000));
  }

  key = () => `expiry-key-${(this.#keys += 1)}`;

  get reader() {
    return this.fresh.book.read('ada');
  }

  trade = async (id: string): Promise<Trade> => (await this.reader.trade(id))!.trade;

  async all(): Promise<readonly Trade[]> {
    const page = await this.reader.trades(null, {}, { first: 100, after: null });
    return page.items.map(({ item }) => item);
  }

  async held(): Promise<Record<string, string>> {
    const positions = await this.reader.positions();
    return Object.fromEntries(positions.map((each) => [each.symbol, each.quantity.toFixed()]));
  }

  async heldAtVenue(): Promise<Record<string, string>> {
    const { listed } = await this.#broker(this.fresh).positions();
    return Object.fromEntries(listed.map((each) => [each.symbol, each.quantity.toFixed()]));
  }

  async cashAtVenue(): Promise<string | null> {
    return (await this.#broker(this.fresh).balances()).cash?.toFixed() ?? null;
  }

  /** All alerts except INFO. */
  async alerts(): Promise<string[]> {
    const page = await this.reader.alerts(false, { first: 100, after: null });
    return page.items
      .filter(({ item }) => item.severity !== 'INFO')
      .map(({ item }) => `${item.kind} ${item.message}`);
  }

  /** Cash plus positions at cost equal deposits plus profit, to the last digit. */
  async checkMoney(): Promise<void> {
    const { cash, deposits, realizedPnl, fees } = await this.reader.account();
    const atCost = sum((await this.reader.positions()).map((position) => position.costBasis));
    expect(cash.plus(atCost).toFixed()).toBe(deposits.plus(realizedPnl).minus(fees).toFixed());
  }

  /** Several comparisons with the venue raise no alert. */
  async checkQuiet(): Promise<void> {
    for (let look = 0; look < 3; look += 1) await this.desk.reconcile.execute();
    expect(await this.alerts()).toEqual([]);
    expect(await this.held()).toEqual(await this.heldAtVenue());
    await this.checkMoney();
  }

  end = () => this.fresh.close();
}
