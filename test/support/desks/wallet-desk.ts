import { SqlWallets } from '../../../server/adapters/database/book/sql-wallets.ts';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { HmacConfirmations } from '../../../server/adapters/vault/hmac-confirmations.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import type { AdoptInput } from '../../../server/domain/wallet/adoption.ts';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import { readDeposits } from '../../../server/usecases/book/read-history.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import type { Broker } from '../../../server/ports/broker.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import type { Actor } from '../../../server/ports/trading-system.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { freshBook, type FreshBook } from '../databases/fresh-book.ts';
import { alwaysOpen } from '../fakes/brokers.ts';
import { FakeSwapBroker } from '../fakes/fake-swap-broker.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { FakeTokenTrading } from '../fakes/fake-token-trading.ts';
import { MemorySettings } from '../fakes/memory-settings.ts';
import { ScriptedWallet } from '../fakes/scripted-wallet.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { anOpenTrade, aToken, keep } from '../values/builders.ts';

export const WALLET = 'Wa11etWa11etWa11etWa11etWa11etWa11etWa11et12';
export const PLACE = { venue: 'JUPITER', account: WALLET } as const;
export const BONK = aToken();
export const WIF = aToken({
  symbol: 'EKpQGSJtjMFqKZ9KQanSqYXRcF8fBopzLHYxdM65zcjm',
  underlying: 'EKpQGSJtjMFqKZ9KQanSqYXRcF8fBopzLHYxdM65zcjm',
  ...{ ticker: 'WIF', decimals: 6 },
});
export const ADA: Actor = { username: 'ada', role: 'ADMIN', demo: false };
export const BEN: Actor = { username: 'ben', role: 'ADMIN', demo: false };

/** The desk of real money of Ada and Ben, who share one wallet that the test fills. */
export class WalletDesk {
  readonly clock = new FakeClock();
  readonly tokens = new FakeTokenTrading(this.clock);
  readonly wallet = new ScriptedWallet(this.clock);
  /** The users whose settings name the wallet. */
  readonly named = new Set(['ada', 'ben']);
  /** The wallet's swaps; by themselves they move nothing on this chain. */
  readonly broker = brokerOf(new FakeSwapBroker(WALLET, this.tokens, this.clock));
  leftOut: string | null = null;
  mayTrade = true;
  desk: BookDesk;
  #count = 0;

  private constructor(readonly fresh: FreshBook) {
    this.tokens.list(BONK.symbol, '1', BONK.decimals);
    this.desk = this.server();
  }

  static async start(open?: OpenTestDatabase): Promise<WalletDesk> {
    return new WalletDesk(await freshBook(['ada', 'ben'], open, 'REAL'));
  }

  /** A server on this database; with `another` it has its own connections. */
  server(another = false): BookDesk {
    const { book, knex } = another ? this.fresh.another() : this.fresh;
    const { clock, tokens, wallet } = this;
    const places = async (name: string) => (this.named.has(name) ? [PLACE] : []);
    const all = async () => [...this.named].map((username) => ({ username, ...PLACE }));
    const deps: BookDeps = {
      ...{ book, tokens, clock, ids: new SeqIds(`s${(this.#count += 1)}`) },
      ...{ log: new SilentLog(), mayTrade: this.mayTrade, timers: machineTimers },
      settings: new MemorySettings(),
      sources: { of: async () => NO_MARKET, snapshotsFor: async () => NO_MARKET },
      brokers: alwaysOpen(async () => this.broker),
      deskHalt: () => 'OFF',
      named: { all, of: places },
      wallets: { store: new SqlWallets(knex), chain: this.mayTrade ? wallet : null },
      realMoney: {
        confirmations: new HmacConfirmations('a secret key of thirty-two characters or more'),
        accounts: {
          named: places,
          leftOut: async () => this.leftOut,
          prove: async () => undefined,
        },
      },
    };
    return new BookDesk(deps, { version: 'test', testClock: true });
  }

  /** Lets five minutes of price rounds pass, and compares every named wallet. */
  async look(desk = this.desk): Promise<void> {
    this.tokens.pass(30);
    await desk.reconcile.execute();
  }

  /** Stores an open trade of so many BONK, bought long ago by the desk for a dollar each; returns its id. */
  async holds(quantity: string, parts: Partial<Trade> = {}): Promise<string> {
    const id = parts.id ?? `real_t${(this.#count += 1)}`;
    const username = parts.username ?? 'ada';
    const held = dec(quantity);
    const size = { quantity: held, filledQuantity: held, openQuantity: held };
    const openedAt = this.clock.now();
    const trade = anOpenTrade({
      ...{ id, username, mode: 'REAL', instrument: BONK, side: 'BUY', orderType: 'MARKET' },
      ...{ venue: 'JUPITER', venueAccount: WALLET, limitPrice: null, adoptedAt: openedAt },
      ...{ ...size, entryCost: held, openCost: held, cashFlow: held.negated() },
      ...{ placedAt: openedAt, openedAt, ...parts },
    });
    await this.fresh.book.change(username, (book) => keep(book, null, trade, []));
    return id;
  }

  adoption(parts: Partial<AdoptInput> = {}): AdoptInput {
    return {
      ...{ mode: 'REAL', idempotencyKey: `adopt-${(this.#count += 1)}-key`, mint: BONK.symbol },
      ...{ quantity: dec('100.5'), cost: dec('50.25'), note: 'from my old tracker', ...parts },
    };
  }

  /** Previews, confirms and adopts a holding. */
  async adopt(parts: Partial<AdoptInput> = {}, actor = ADA, desk = this.desk): Promise<Trade> {
    const input = this.adoption(parts);
    const { confirmationToken } = await desk.care.previewAdoption(actor, input);
    return desk.care.adoptHolding(actor, { ...input, confirmationToken });
  }

  /** The deposits booked after the one with which a test’s book begins, in dollars. */
  async deposits({ username } = ADA): Promise<readonly string[]> {
    const all = await readDeposits(this.fresh.book.read(username));
    return all.slice(1).map(({ amount }) => amount.toFixed());
  }

  async states({ username } = ADA): Promise<Readonly<Record<string, string>>> {
    const checks = await this.fresh.book.read(username).invariantChecks();
    return Object.fromEntries(checks.map(({ invariant, state }) => [invariant, state]));
  }

  async alerts({ username } = ADA): Promise<readonly string[]> {
    const { items } = await this.fresh.book
      .read(username)
      .alerts(false, { first: 20, after: null });
    return items.map(({ item }) => `${item.kind}: ${item.message}`);
  }

  async log({ username } = ADA): Promise<readonly string[]> {
    const { items } = await this.fresh.book.read(username).log({ first: 50, after: null });
    return items.map(
      ({ item }) => `${item.action}: ${(item.detail as { message: string }).message}`,
    );
  }

  close(): Promise<void> {
    return this.fresh.close();
  }
}

const NO_MARKET = {
  quotes: async () => new Map(),
  session: async () => {
    throw new MarketDataUnavailable('the test has no market');
  },
} as never;

/** The fake swaps at the venue of real money. */
function brokerOf(fake: FakeSwapBroker): Broker {
  return new Proxy<Broker>(fake, {
    get(target, name) {
      if (name === 'venue') return 'JUPITER';
      const part: unknown = Reflect.get(target, name, target);
      return typeof part === 'function' ? (part.bind(target) as unknown) : part;
    },
  });
}
