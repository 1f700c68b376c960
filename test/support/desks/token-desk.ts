import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import type { KillSwitchLevel } from '../../../server/domain/account/account.ts';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import { NO_BRACKET, type Bracket, type Trade } from '../../../server/domain/trade/trade.ts';
import type { TradeAggregate } from '../../../server/domain/trade/trade.ts';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { MarketDataUnavailable, type MarketData } from '../../../server/ports/market-data.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { freshBook, type FreshBook } from '../databases/fresh-book.ts';
import { alwaysOpen } from '../fakes/brokers.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { FakeSwapBroker } from '../fakes/fake-swap-broker.ts';
import { FakeTokenTrading } from '../fakes/fake-token-trading.ts';
import { MemorySettings } from '../fakes/memory-settings.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { aFill, anOpenTrade, anOrder, aToken, aTrade, keep } from '../values/builders.ts';
import { ADA } from './tradier-desk.ts';

export const BONK = aToken();
const WALLET = 'paper-ada';
const PLACE = { venue: 'JUPITER_PAPER', venueAccount: WALLET, instrument: BONK } as const;

/** Exits of a token, in dollars. */
export function exits(stop: string | null, target: string | null = null): Bracket {
  return {
    ...NO_BRACKET,
    stopLoss: stop && dec(stop),
    takeProfit: target && dec(target),
  } as Bracket;
}

/** Ada's desk of tokens, whose prices, quotes and swaps the test sets. BONK begins at 1 dollar. */
export class TokenDesk {
  readonly clock = new FakeClock();
  readonly tokens = new FakeTokenTrading(this.clock);
  readonly broker = new FakeSwapBroker(WALLET, this.tokens, this.clock);
  /** Whether the user's account, the wallet, is reachable. */
  reachable = true;
  deskHalt: KillSwitchLevel = 'OFF';
  desk: BookDesk;
  #count = 0;

  private constructor(readonly fresh: FreshBook) {
    this.tokens.list(BONK.symbol, '1', BONK.decimals);
    this.desk = this.server();
  }

  static async start(open?: OpenTestDatabase): Promise<TokenDesk> {
    return new TokenDesk(await freshBook(['ada', 'bob'], open));
  }

  /** A server on this database; with `another` it has its own connections. */
  server(through: (deps: BookDeps) => BookDeps = (deps) => deps, another = false): BookDesk {
    const { book } = another ? this.fresh.another() : this.fresh;
    const { clock, tokens } = this;
    const deps: BookDeps = {
      ...{ book, tokens, clock, ids: new SeqIds(`s${(this.#count += 1)}`) },
      ...{ log: new SilentLog(), mayTrade: true, timers: machineTimers },
      settings: new MemorySettings(),
      sources: { of: async () => NO_MARKET, snapshotsFor: async () => NO_MARKET },
      brokers: alwaysOpen(async () => (this.reachable ? this.broker : null)),
      deskHalt: () => this.deskHalt,
    };
    return new BookDesk(through(deps), { version: 'test', testClock: true });
  }

  /** Starts a new process in place of the last one. */
  restart(through?: (deps: BookDeps) => BookDeps): void {
    this.desk = this.server(through);
  }

  /** Stores an open trade of a hundred BONK bought at 1 dollar, with these exits; returns its id. */
  async holds(bracket: Bracket, parts: Partial<Trade> = {}): Promise<string> {
    const id = parts.id ?? `paper_t${(this.#count += 1)}`;
    const username = parts.username ?? 'ada';
    const openedAt = this.clock.now();
    const size = { quantity: dec(100), filledQuantity: dec(100), openQuantity: dec(100) };
    const money = { entryCost: dec(100), openCost: dec(100), cashFlow: dec(-100) };
    const trade = anOpenTrade({
      ...{ id, username, ...PLACE, side: 'BUY', orderType: 'MARKET', limitPrice: null },
      ...{ ...size, ...money, bracket, protection: 'WATCHED', placedAt: openedAt, openedAt },
      ...parts,
    });
    const filled = { status: 'FILLED', filledQuantity: dec(100), filledValue: dec(100) } as const;
    const swap = { sentAt: openedAt, venueOrderId: `bought-${id}`, slippagePct: dec(1) };
    const fill = { quantity: dec(100), price: dec(1), filledAt: openedAt };
    const entry = this.#entry(id, {
      ...{ ...filled, ...swap, pays: dec(100), type: 'MARKET', limitPrice: null },
      fills: [aFill({ id: `${id}-fill`, orderId: `${id}-entry`, ...fill })],
    });
    await this.#keep(trade, [entry]);
    return id;
  }

  /** Stores a purchase of a hundred BONK that waits at the desk for its limit; returns its id. */
  async waits(limit: string, parts: Partial<Trade> = {}): Promise<string> {
    const id = parts.id ?? `paper_t${(this.#count += 1)}`;
    const limitPrice = dec(limit);
    const trade = aTrade({
      ...{ id, ...PLACE, side: 'BUY', quantity: dec(100), orderType: 'LIMIT', limitPrice },
      ...{ placedAt: this.clock.now(), timeInForce: 'GTC', ...parts },
    });
    const { timeInForce } = trade;
    await this.#keep(trade, [this.#entry(id, { status: 'ACCEPTED', limitPrice, timeInForce })]);
    return id;
  }

  #entry(id: string, parts: Partial<Order>): Order {
    const at = this.clock.now();
    return anOrder({
      ...{ id: `${id}-entry`, tradeId: id, tag: `${id}-entry`, side: 'BUY', quantity: dec(100) },
      ...{ timeInForce: 'GTC', slippagePct: dec(1), placedAt: at, updatedAt: at, ...parts },
    });
  }

  async #keep(trade: Trade, orders: readonly Order[]): Promise<void> {
    await this.fresh.book.change(trade.username, (book) => keep(book, null, trade, orders));
  }

  /** Runs `count` price rounds in which the sources give BONK these prices; the watch looks after each. */
  async rounds(said: Parameters<FakeTokenTrading['tell']>[1], count = 1): Promise<void> {
    this.tokens.tell(BONK.symbol, said);
    for (let n = 0; n < count; n += 1) {
      this.tokens.pass();
      await this.look();
    }
  }

  look(): Promise<void> {
    return this.desk.watchExits.execute();
  }

  async stored(id: string, username = 'ada'): Promise<TradeAggregate> {
    const found = await this.fresh.book.read(username).trade(id);
    if (!found) throw new Error(`No trade ${id}`);
    return found;
  }

  async status(id: string): Promise<string> {
    return (await this.stored(id)).trade.status;
  }

  /** A trade's newest order. */
  async last(id: string): Promise<Order> {
    const { orders } = await this.stored(id);
    const last = orders.at(-1);
    if (!last) throw new Error(`No order of ${id}`);
    return last;
  }

  async keyed(id: string) {
    const { version: expectedVersion } = (await this.stored(id)).trade;
    return { id, expectedVersion, idempotencyKey: `token-key-${(this.#count += 1)}` };
  }

  async close(id: string, limitPrice: string | null = null): Promise<Trade> {
    const orderType = limitPrice ? 'LIMIT' : 'MARKET';
    const terms = { orderType, limitPrice: limitPrice && dec(limitPrice) } as const;
    return this.desk.trading.executeOrder(ADA, {
      close: { ...(await this.keyed(id)), ...terms } as never,
    });
  }

  async cancel(id: string): Promise<Trade> {
    return this.desk.trading.executeOrder(ADA, { cancel: await this.keyed(id) });
  }

  halt(level: KillSwitchLevel): Promise<void> {
    return this.desk.account.setKillSwitch(ADA, level);
  }

  async alerts(): Promise<string[]> {
    const page = await this.fresh.book.read('ada').alerts(false, { first: 100, after: null });
    return page.items
      .filter(({ item }) => !item.resolvedAt && item.severity !== 'INFO')
      .map(({ item }) => item.kind);
  }

  async events(id: string): Promise<string[]> {
    const page = await this.fresh.book.read('ada').eventsOf(id, { first: 200, after: null });
    return page.items.map(({ item }) => item.type).reverse();
  }

  /** Dollars per token that the last sale brought. */
  async soldAt(id: string): Promise<Decimal | null> {
    return (await this.last(id)).averagePrice;
  }

  async end(): Promise<void> {
    await this.fresh.close();
  }
}

const none = () => Promise.reject(new MarketDataUnavailable('The test has no other market.'));
const NO_MARKET = { quotes: none, session: none } as unknown as MarketData;
