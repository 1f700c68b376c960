import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { UserBrokers } from '../../../server/adapters/routing/user-brokers.ts';
import { ownAccounts } from '../../../server/adapters/routing/own-accounts.ts';
import { JupiterPaperBroker } from '../../../server/adapters/jupiter-paper/jupiter-paper-broker.ts';
import { SqlSwapStore } from '../../../server/adapters/jupiter-paper/sql-swap-store.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import type { TradeAggregate } from '../../../server/domain/trade/trade.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import { SendOrders } from '../../../server/usecases/orders/send-orders.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { freshBook, type FreshBook } from '../databases/fresh-book.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { MemorySettings } from '../fakes/memory-settings.ts';
import { ScriptedSwaps } from '../fakes/scripted-swaps.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { anOrder, aTrade, keep } from '../values/builders.ts';
import { BONK } from './paper-wallet.ts';

/** A PAPER book whose tokens are swapped on paper, on a market that the test sets. */
export class TokenBook {
  readonly clock = new FakeClock();
  readonly market = new ScriptedSwaps(this.clock);
  readonly wallet: JupiterPaperBroker;
  readonly desk: BookDesk<'PAPER'>;
  readonly send: SendOrders;
  /** Called at each fault point; it throws where the program is to end. */
  fault: (point: string) => void = () => undefined;
  #made = 0;

  private constructor(readonly fresh: FreshBook) {
    const { book, knex } = fresh;
    const account = () => book.read('ada').account();
    const terms = {
      deposits: async () => (await account()).deposits,
      cash: async () => (await account()).cash,
    };
    const chain = { latency: async () => undefined, neverLands: () => false };
    const tokens = { of: () => this.market };
    const store = new SqlSwapStore(knex);
    this.wallet = new JupiterPaperBroker('ada', store, tokens, this.clock, terms, chain);
    const none = () => Promise.reject(new MarketDataUnavailable('no marks here'));
    const deps: BookDeps<'PAPER'> = {
      ...{ book: book as BookDeps<'PAPER'>['book'], tokens, clock: this.clock },
      brokers: new UserBrokers('PAPER', { JUPITER_PAPER: ownAccounts(() => this.wallet) }),
      sources: { of: none, snapshotsFor: none },
      settings: new MemorySettings(),
      ...{ ids: new SeqIds('t'), log: new SilentLog(), timers: machineTimers, mayTrade: true },
      deskHalt: () => 'OFF',
      passFaultPoint: (point) => this.fault(point),
    };
    this.desk = new BookDesk(deps, { version: 'test', testClock: true });
    this.send = new SendOrders(deps);
  }

  static async open(open?: OpenTestDatabase): Promise<TokenBook> {
    return new TokenBook(await freshBook(['ada'], open));
  }

  /** Buys for so many dollars, about a million tokens for each three dollars; returns the trade's id. */
  async buy(pays: number, parts: Partial<Order> = {}): Promise<string> {
    this.#made += 1;
    const id = `paper_trade-${this.#made}`;
    const quantity = dec(pays).div(3).times(1_000_000).toDecimalPlaces(5);
    const place = { venue: 'JUPITER_PAPER', venueAccount: 'ada' } as const;
    const trade = aTrade({
      ...{ id, instrument: BONK, side: 'BUY', orderType: 'MARKET', limitPrice: null },
      ...{ ...place, quantity },
    });
    const order = this.#order(id, { quantity, pays: dec(pays), ...parts });
    await this.fresh.book.change('ada', (book) => keep(book, null, trade, [order]));
    await this.send.execute(this.wallet, 'ada', id, order.tag);
    return id;
  }

  /** Sells so many of the trade's tokens. */
  async sell(id: string, quantity: string): Promise<void> {
    const held = await this.trade(id);
    const order = this.#order(id, { role: 'CLOSE', side: 'SELL', quantity: dec(quantity) });
    const { trade, orders } = held;
    await this.fresh.book.change('ada', (book) => keep(book, held, trade, [...orders, order]));
    await this.send.execute(this.wallet, 'ada', id, order.tag);
  }

  async trade(id: string): Promise<TradeAggregate> {
    return (await this.fresh.book.read('ada').trade(id))!;
  }

  /** The checks of the wallet, such as `QUANTITY HOLDS`. */
  async checks(): Promise<readonly string[]> {
    await this.desk.reconcile.execute();
    const checks = await this.fresh.book.read('ada').invariantChecks();
    return checks.map(({ invariant, state }) => `${invariant} ${state}`).sort();
  }

  #order(tradeId: string, parts: Partial<Order>): Order {
    this.#made += 1;
    const [id, tag] = [`paper_order-${this.#made}`, `tag-${this.#made}`];
    const terms = { type: 'MARKET', side: 'BUY', limitPrice: null, slippagePct: dec(1) } as const;
    return anOrder({ ...terms, id, tag, tradeId, ...parts });
  }
}
