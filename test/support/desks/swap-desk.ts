import { SqlArmings } from '../../../server/adapters/database/book/sql-armings.ts';
import { heldMints } from '../../../server/adapters/database/trades/held-mints.ts';
import { SqlLandedSwaps } from '../../../server/adapters/database/trades/sql-landed-swaps.ts';
import { ChainTokens } from '../../../server/adapters/solana/chain-tokens.ts';
import { JupiterBroker } from '../../../server/adapters/solana/jupiter-broker.ts';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { HmacConfirmations } from '../../../server/adapters/vault/hmac-confirmations.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import type { Trade, TradeAggregate } from '../../../server/domain/trade/trade.ts';
import type { Broker } from '../../../server/ports/broker.ts';
import { MarketDataUnavailable, type MarketData } from '../../../server/ports/market-data.ts';
import type { TokenMarkets } from '../../../server/ports/token-trading.ts';
import { SOL_MINT } from '../../../server/domain/token/mint.ts';
import type { Actor } from '../../../server/ports/trading-system.ts';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import { disarmAtStart } from '../../../server/usecases/book/disarm-at-start.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { freshBook, type FreshBook } from '../databases/fresh-book.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { FakeTokenTrading } from '../fakes/fake-token-trading.ts';
import { MemorySettings } from '../fakes/memory-settings.ts';
import { ScriptedChain } from '../fakes/scripted-chain.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { aToken } from '../values/builders.ts';
import { ADA } from './tradier-desk.ts';

export const BONK = aToken();
export const WALLET = '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV';
export const BOB: Actor = { username: 'bob', role: 'ADMIN', demo: false };
const SECRET = 'the secret of all servers of a test';
const SYNC_MS = 60_000;

/** Ada's and Bob's REAL book of one shared wallet, on a chain whose luck the test sets. BONK begins at 1 dollar. */
export class SwapDesk {
  readonly clock = new FakeClock();
  readonly tokens = new FakeTokenTrading(this.clock);
  readonly chain = new ScriptedChain(WALLET, this.tokens);
  readonly settings = new MemorySettings();
  desk: BookDesk;
  stopping = false;
  /** Whether swaps find an accepted price of SOL. */
  solIsKnown = true;
  deskHalt: 'OFF' | 'HALT_ENTRIES' | 'HALT_ALL' = 'OFF';
  #count = 0;

  private constructor(readonly fresh: FreshBook) {
    this.tokens.list(BONK.symbol, '1', BONK.decimals);
    this.desk = this.server();
  }

  static async start(open?: OpenTestDatabase): Promise<SwapDesk> {
    return new SwapDesk(await freshBook(['ada', 'bob'], open, 'REAL'));
  }

  broker(username: string): Broker {
    const { chain, tokens, clock, fresh } = this;
    return new JupiterBroker({
      ...{ username, chain, orders: chain, inspector: chain, signer: chain, clock },
      tokens: this.solIsKnown ? tokens : withoutSol(tokens),
      limits: async () => [],
      booked: () => heldMints(fresh.knex, 'SOLANA'),
      landed: new SqlLandedSwaps(fresh.knex, WALLET),
      isStopping: () => this.stopping,
      pause: async () => undefined,
    });
  }

  /** A server on this database; with `another` it has its own connections. */
  server(through: (deps: BookDeps) => BookDeps = (deps) => deps, another = false): BookDesk {
    const { book } = another ? this.fresh.another() : this.fresh;
    const { clock, settings } = this;
    const tokens = new ChainTokens(this.tokens, this.chain, () => clock.now().getTime());
    const open = async (username: string) => this.broker(username);
    const deps: BookDeps = {
      ...{ book, tokens, clock, settings, ids: new SeqIds(`s${(this.#count += 1)}`) },
      ...{ log: new SilentLog(), mayTrade: true, timers: machineTimers },
      sources: { of: async () => NO_MARKET, snapshotsFor: async () => NO_MARKET },
      brokers: { of: open, forEntries: open, whyNone: async () => 'the test has none' },
      deskHalt: () => this.deskHalt,
      realMoney: {
        confirmations: new HmacConfirmations(SECRET),
        accounts: {
          named: async () => [{ venue: 'JUPITER', account: WALLET }],
          leftOut: async () => null,
          prove: async () => undefined,
        },
      },
    };
    return new BookDesk(through(deps), { version: 'test', testClock: true });
  }

  arm(actor = ADA): Promise<void> {
    return this.desk.account.arm(actor, `TRADE REAL MONEY IN WALLET ${WALLET}`);
  }

  disarm(actor = ADA): Promise<void> {
    return this.desk.account.disarm(actor);
  }

  /** Disarms, as every server does before it listens. */
  startServer(): Promise<void> {
    return disarmAtStart(this.fresh.book, new SqlArmings(this.fresh.knex), this.clock);
  }

  ticket(parts: Partial<TicketInput> = {}): TicketInput {
    return {
      ...{ mode: 'REAL', idempotencyKey: `wallet-key-${(this.#count += 1)}`, side: 'BUY' },
      ...{ token: { mint: BONK.symbol }, quantity: dec(100), orderType: 'MARKET' },
      ...{ timeInForce: 'DAY', ...parts },
    };
  }

  async confirmed(parts: Partial<TicketInput> = {}, actor = ADA): Promise<TicketInput> {
    const ticket = this.ticket(parts);
    const { confirmationToken } = await this.desk.previews.trade(actor, ticket);
    return { ...ticket, confirmationToken };
  }

  place(ticket: TicketInput, actor = ADA, desk = this.desk): Promise<Trade> {
    return desk.trading.executeOrder(actor, { open: ticket });
  }

  /** Buys a hundred BONK at about a dollar, with a preview and its confirmation. */
  async buys(parts: Partial<TicketInput> = {}, actor = ADA): Promise<Trade> {
    return this.place(await this.confirmed(parts, actor), actor);
  }

  async keyed(id: string, username = 'ada') {
    const { version: expectedVersion } = (await this.stored(id, username)).trade;
    return { id, expectedVersion, idempotencyKey: `wallet-key-${(this.#count += 1)}` };
  }

  /** Closes a trade. `meanwhile` runs between the preview and its confirmation. */
  async closes(
    id: string,
    limitPrice: string | null = null,
    actor = ADA,
    meanwhile: () => void = () => undefined,
  ): Promise<Trade> {
    const orderType = limitPrice ? ('LIMIT' as const) : ('MARKET' as const);
    const terms = { orderType, limitPrice: limitPrice === null ? null : dec(limitPrice) };
    const input = { ...(await this.keyed(id, actor.username)), ...terms };
    const { confirmationToken } = await this.desk.previews.close(actor, input);
    meanwhile();
    return this.desk.trading.executeOrder(actor, { close: { ...input, confirmationToken } });
  }

  async cancels(id: string): Promise<Trade> {
    return this.desk.trading.executeOrder(ADA, { cancel: await this.keyed(id) });
  }

  /** Lets a minute and so many blocks pass; then the desk syncs. */
  async sync(blocks = 0): Promise<void> {
    this.clock.advance(SYNC_MS);
    this.chain.pass(blocks);
    await this.desk.syncOrders.execute();
  }

  /** Runs `count` price rounds in which the sources give BONK these prices; the watch looks after each. */
  async rounds(said: Parameters<FakeTokenTrading['tell']>[1], count = 1): Promise<void> {
    this.tokens.tell(BONK.symbol, said);
    for (let n = 0; n < count; n += 1) {
      this.tokens.pass();
      await this.desk.watchExits.execute();
    }
  }

  async stored(id: string, username = 'ada'): Promise<TradeAggregate> {
    const found = await this.fresh.book.read(username).trade(id);
    if (!found) throw new Error(`No trade ${id}`);
    return found;
  }

  async status(id: string): Promise<string> {
    return (await this.stored(id)).trade.status;
  }

  /** All orders of a trade, oldest first, as `ENTRY FILLED`. */
  async orders(id: string, username = 'ada'): Promise<string[]> {
    const all = (await this.fresh.book.read(username).allOrdersOf([id])).get(id) ?? [];
    return all.map(({ role, status }: Order) => `${role} ${status}`);
  }

  async last(id: string, username = 'ada'): Promise<Order> {
    const { orders } = await this.stored(id, username);
    return orders.at(-1)!;
  }

  async onlyTrade(username = 'ada'): Promise<string> {
    const page = { first: 2, after: null };
    const { items } = await this.fresh.book.read(username).trades(null, {}, page);
    if (items.length !== 1) throw new Error(`${items.length} trades, not one`);
    return items[0]!.item.id;
  }

  async trades(username = 'ada'): Promise<number> {
    const page = { first: 1, after: null };
    return (await this.fresh.book.read(username).trades(null, {}, page)).totalCount;
  }

  async alerts(username = 'ada'): Promise<string[]> {
    const page = await this.fresh.book.read(username).alerts(false, { first: 100, after: null });
    return page.items
      .filter(({ item }) => !item.resolvedAt && item.severity !== 'INFO')
      .map(({ item }) => item.kind);
  }

  /** The lines of the log, oldest first. */
  async logged(username = 'ada'): Promise<string[]> {
    const page = await this.fresh.book.read(username).log({ first: 500, after: null });
    return page.items.map(({ item }) => item.action).reverse();
  }

  end(): Promise<void> {
    return this.fresh.close();
  }
}

function withoutSol(tokens: FakeTokenTrading): TokenMarkets {
  const judged: FakeTokenTrading['judged'] = async (mints) =>
    new Map(
      [...(await tokens.judged(mints))].map(([mint, price]) => [
        mint,
        mint === SOL_MINT ? { ...price, price: null, lastAccepted: null } : price,
      ]),
    );
  const quote: FakeTokenTrading['quote'] = (...asked) => tokens.quote(...asked);
  return { of: () => Object.assign(Object.create(tokens) as FakeTokenTrading, { judged, quote }) };
}

const none = () => Promise.reject(new MarketDataUnavailable('The test has no other market.'));
const NO_MARKET = { quotes: none, session: none } as unknown as MarketData;
