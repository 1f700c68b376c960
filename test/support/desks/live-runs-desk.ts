import { createHash } from 'node:crypto';
import { claimBook } from '../../../server/adapters/database/book/claim-book.ts';
import { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import { SqlStrategyRuns } from '../../../server/adapters/database/runs/sql-strategy-runs.ts';
import { LocalEventFeed } from '../../../server/adapters/events/local-event-feed.ts';
import { SimulatedBroker } from '../../../server/adapters/simulated/simulated-broker.ts';
import { SimulatedMarket } from '../../../server/adapters/simulated/simulated-market.ts';
import { SimulatedVenue } from '../../../server/adapters/simulated/simulated-venue.ts';
import { SqlVenueStore } from '../../../server/adapters/simulated/sql-venue-store.ts';
import { ThreadLiveHost } from '../../../server/adapters/strategy-host/live/thread-live-host.ts';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { threadProgram } from '../../../server/compose/threads.ts';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import type { SavedStrategy } from '../../../server/domain/strategy/saved-strategy.ts';
import type { StrategyRun } from '../../../server/domain/strategy/strategy-run.ts';
import type { MarketReader } from '../../../server/ports/market-reader.ts';
import { NO_TOKENS } from '../../../server/ports/token-trading.ts';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { RunStrategies } from '../../../server/usecases/runs/run-strategies.ts';
import type { RunDeps } from '../../../server/usecases/runs/run-deps.ts';
import type { OpenTestDatabase, TestDatabase } from '../databases/databases.ts';
import { alwaysOpen } from '../fakes/brokers.ts';
import { FakeClock, NOON } from '../fakes/fake-clock.ts';
import { MemoryLeases } from '../fakes/memory-leases.ts';
import { MemorySettings } from '../fakes/memory-settings.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { aStrategy } from '../values/strategies.ts';
import { aRun } from '../values/strategy-runs.ts';

const SEED = 20_260_105;
const MINUTE_MS = 60_000;

/** Servers of one PAPER book on the simulated market, on a clock that the test sets, with kinds of the test's own. */
export class LiveRunsDesk {
  readonly clock = new FakeClock();
  readonly log = new SilentLog();
  readonly settings = new MemorySettings();
  readonly market = new SimulatedMarket(this.clock, SEED);
  readonly strategies = new Map<string, SavedStrategy>();
  /** The halt for all users. */
  halt: 'OFF' | 'HALT_ENTRIES' = 'OFF';
  /** Whether the logs were read since the start; undefined: entries do not wait for that. */
  logs: BookDeps['logs'];
  /** Called at each fault point. */
  passed: (faultPoint: string) => void = () => {};
  readonly #leases = new MemoryLeases();
  readonly #servers = new Set<RunServer>();
  #last = 0;

  private constructor(
    private readonly db: TestDatabase,
    /** Source text of the test's own kinds; every other kind is a shipped one. */
    readonly kinds: Readonly<Record<string, string>>,
  ) {}

  static async open(
    open: OpenTestDatabase,
    kinds: Readonly<Record<string, string>>,
    users: readonly string[] = ['ada'],
  ): Promise<LiveRunsDesk> {
    const db = await open('book');
    await claimBook(db.knex, 'PAPER');
    const desk = new LiveRunsDesk(db, kinds);
    const book = new SqlBook(db.knex, 'PAPER', desk.#feedAndIds('o'));
    for (const username of users) await book.openAccount(username, dec(100_000), NOON);
    return desk;
  }

  /** Starts another server of the same book. `change`: parts that it has of its own. */
  server(change: (deps: RunDeps) => Partial<RunDeps> = () => ({})): RunServer {
    const name = `server${(this.#last += 1)}-`;
    const server = new RunServer(this, this.db.another(), name, {
      leases: this.#leases.of(name),
      parts: this.#feedAndIds(name),
      change,
    });
    this.#servers.add(server);
    return server;
  }

  #feedAndIds(name: string) {
    return { feed: new LocalEventFeed(this.log), ids: new SeqIds(name) };
  }

  /** Saves a strategy, and starts it. */
  async start(
    runs: SqlStrategyRuns,
    run: Partial<StrategyRun> & Pick<StrategyRun, 'id' | 'kind'>,
    strategy: Partial<SavedStrategy> = {},
  ): Promise<StrategyRun> {
    const strategyId = run.strategyId ?? `strategy-${run.id}`;
    const made = aRun({
      ...{ strategyId, name: run.id, startedAt: this.clock.now(), seed: 7, parameters: {} },
      ...run,
    });
    const { username, kind, symbols, interval } = made;
    const saved = { id: strategyId, username, name: run.id, kind, symbols, interval };
    this.strategies.set(strategyId, aStrategy({ ...saved, stage: 'PAPER', ...strategy }));
    return runs.start(made);
  }

  /** Ends a server as a power failure would: its leases run out. */
  async kill(server: RunServer): Promise<void> {
    await server.host.close();
    this.#leases.drop(server.name);
    this.#servers.delete(server);
  }

  /** Moves to so many seconds after the end of the minute; the venue and every server follow. */
  async nextMinute(seconds = 1): Promise<void> {
    const next = (Math.floor(this.clock.now().getTime() / MINUTE_MS) + 1) * MINUTE_MS;
    await this.to(new Date(next + seconds * 1_000));
  }

  async to(time: Date): Promise<void> {
    this.clock.set(time);
    await this.step();
    // Placed orders fill a moment later.
    this.clock.advance(2_000);
    await this.step();
  }

  async step(): Promise<void> {
    for (const server of this.#servers) await server.venue.tick();
    for (const server of this.#servers) await server.desk.syncOrders.execute();
    for (const server of this.#servers) await server.beat();
  }

  async close(): Promise<void> {
    for (const { runs, host } of this.#servers) {
      await runs.stop();
      await host.close();
    }
    await this.db.close();
  }
}

interface ServerParts {
  readonly leases: RunDeps['leases'];
  readonly parts: ConstructorParameters<typeof SqlBook>[2] & { readonly feed: LocalEventFeed };
  readonly change: (deps: RunDeps) => Partial<RunDeps>;
}

export class RunServer {
  readonly book: SqlBook<'PAPER'>;
  readonly desk: BookDesk<'PAPER'>;
  readonly venue: SimulatedVenue;
  readonly store: SqlStrategyRuns;
  readonly host: ThreadLiveHost;
  readonly runs: RunStrategies;

  constructor(
    of: LiveRunsDesk,
    readonly knex: TestDatabase['knex'],
    readonly name: string,
    { leases, parts, change }: ServerParts,
  ) {
    const { clock, market, settings, log } = of;
    const book = (this.book = new SqlBook(knex, 'PAPER', parts));
    const venueStore = new SqlVenueStore(knex, clock);
    this.venue = new SimulatedVenue(venueStore, market, clock);
    const open = async (username: string) =>
      new SimulatedBroker(username, venueStore, market, clock, {
        fillRule: () => settings.of(username),
        deposits: async () => (await book.read(username).account()).deposits,
        movedElsewhere: async () => ZERO,
      });
    const common = { settings, clock, log, timers: machineTimers };
    this.desk = new BookDesk(
      {
        ...{ ...common, ...parts, book, mayTrade: true, deskHalt: () => of.halt },
        passFaultPoint: (name) => of.passed(name),
        ...(of.logs && { logs: of.logs }),
        ...{ tokens: NO_TOKENS, brokers: alwaysOpen(open) },
        sources: { of: async () => market, snapshotsFor: async () => market },
      },
      { version: 'test', testClock: true },
    );
    this.store = new SqlStrategyRuns(knex, 'PAPER');
    this.host = new ThreadLiveHost(threadProgram('strategy-thread'), async (kind) => {
      const module = of.kinds[kind];
      return module === undefined ? { shipped: kind } : { kind, module };
    });
    const deps: RunDeps = {
      ...{ ...common, mode: 'PAPER', book, runs: this.store, host: this.host, leases },
      ...{ feed: parts.feed, door: this.desk.strategyDoor, trading: this.desk.trading },
      strategies: { byId: async (_, id) => of.strategies.get(id) ?? null },
      kinds: { find: async () => null },
      market: readerOf(market),
      users: { byName: async (username) => aUser(username) },
      digest: (text) => createHash('sha256').update(text).digest('hex'),
      quoteMs: 40_000,
    };
    this.runs = new RunStrategies({ ...deps, ...change(deps) });
  }

  async beat(): Promise<void> {
    await this.runs.beat();
    await this.runs.idle();
  }

  /** The user's trades, the oldest first. */
  async trades(username = 'ada') {
    const page = { first: 100, after: null };
    const { items } = await this.book.read(username).trades(null, {}, page, 'PLACED');
    return items.map(({ item }) => item).reverse();
  }

  /** The user's signals that became no position, the oldest first. */
  async noTrades(username = 'ada') {
    const { items } = await this.store.noTrades(username, null, { first: 100, after: null });
    return items.map(({ item }) => item).reverse();
  }
}

function readerOf(market: SimulatedMarket): MarketReader {
  return {
    candles: (_, range) => market.candles(range),
    optionExpirations: (_, underlying) => market.expirations(underlying),
    optionChain: (_, underlying, expiration) => market.chain(underlying, expiration),
    searchSymbols: async () => [],
  };
}

function aUser(username: string) {
  const name = { id: username, username, demo: false, createdAt: NOON };
  return { ...name, role: 'USER' } as const;
}
