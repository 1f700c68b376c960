import { ReadCalibrations } from '../../../server/usecases/book/read-calibrations.ts';
import type { Knex } from 'knex';
import { claimBook } from '../../../server/adapters/database/book/claim-book.ts';
import { SqlBackupList } from '../../../server/adapters/database/backup/sql-backup-list.ts';
import { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import { SqlStrategyRuns } from '../../../server/adapters/database/runs/sql-strategy-runs.ts';
import { SqlApiTokens } from '../../../server/adapters/database/desk/sql-api-tokens.ts';
import { SqlSessions } from '../../../server/adapters/database/desk/sql-sessions.ts';
import { SqlSettings } from '../../../server/adapters/database/desk/sql-settings.ts';
import { SqlUsers } from '../../../server/adapters/database/desk/sql-users.ts';
import { LocalEventFeed } from '../../../server/adapters/events/local-event-feed.ts';
import { RandomSessionTokens } from '../../../server/adapters/system/random-session-tokens.ts';
import { AesVault } from '../../../server/adapters/vault/aes-vault.ts';
import { HmacPreparedOrders } from '../../../server/adapters/vault/hmac-prepared-orders.ts';
import { ArgonPasswords } from '../../../server/adapters/vault/argon-passwords.ts';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { composeForecasts } from '../../../server/compose/forecasts.ts';
import { composeDrift } from '../../../server/compose/drift.ts';
import { composePromotion } from '../../../server/compose/promotion.ts';
import { driftEvidence } from '../../../server/compose/strategy-side.ts';
import { composeStrategies } from '../../../server/compose/strategies.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { startHttp, type HttpDeps } from '../../../server/http.ts';
import type { MarketReader } from '../../../server/ports/market-reader.ts';
import type { MarketDataSources } from '../../../server/ports/market-data.ts';
import type { PriceReader } from '../../../server/ports/price-reader.ts';
import type { Provider } from '../../../server/ports/provider-probe.ts';
import { createAccounts } from '../../../server/usecases/accounts/accounts.ts';
import { CheckProvider } from '../../../server/usecases/accounts/check-provider.ts';
import type { SignUpPolicy } from '../../../server/usecases/accounts/sign-in-options.ts';
import { UpdateSettings } from '../../../server/usecases/accounts/update-settings.ts';
import type { DeskOfBook } from '../../../server/ports/desk-of-book.ts';
import { ApiClient } from '../servers/api-client.ts';
import { openSqlite } from '../databases/databases.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { tokenDesks } from './price-scene.ts';
import { ScriptedDesk } from './scripted-desk.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SILENT_SOURCES } from '../fakes/silent-sources.ts';
import { SilentLog } from '../fakes/silent-log.ts';

const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 };

export type Overrides = Partial<HttpDeps> & {
  readonly signUpPolicy?: SignUpPolicy;
  readonly loopbackOnly?: boolean;
  readonly jobs?: HttpDeps['desk']['jobs'];
  /** Makes a backup; if left out, backups fail. */
  readonly makeBackup?: HttpDeps['desk']['backups']['make']['execute'];
  readonly real?: DeskOfBook<'REAL'>;
  /** Absolute path of the folder with own strategies; if left out, there are none. */
  readonly strategiesFolder?: string;
  /** Replaces the scripted desk, over the same book and clock. */
  readonly trading?: (parts: TradingParts) => Pick<HttpDeps['desk'], 'market' | 'quotes'> & {
    readonly paper: DeskOfBook<'PAPER'>;
    /** The prices that settle forecasts; if left out, no source answers. */
    readonly sources?: MarketDataSources;
  };
};

/** The parts for a test's own desk. */
export interface TradingParts {
  readonly knex: Knex;
  readonly book: SqlBook<'PAPER'>;
  readonly clock: FakeClock;
  readonly ids: SeqIds;
  readonly log: SilentLog;
  readonly settings: SqlSettings;
  readonly prices: PriceReader;
  readonly mandates: SqlApiTokens;
}

/** The folder of own strategies; the default does not exist, so it has none. */
function folderOf({ strategiesFolder = '/nowhere' }: Overrides): string {
  return strategiesFolder;
}

function sourcesOf(own: { readonly sources?: MarketDataSources } | undefined): MarketDataSources {
  return own?.sources ?? SILENT_SOURCES;
}

function emptyMarket(prices: PriceReader): MarketReader {
  return {
    candles: (actor, range) => prices.candles(actor, range),
    searchSymbols: async () => [],
    optionExpirations: async () => ['2026-03-27'],
    optionChain: async (_actor, underlying, expiration) => ({
      ...{ underlying, expiration, underlyingPrice: null, rows: [] },
    }),
  };
}

/** The whole API over real stores and a scripted PAPER desk, on a free port. */
export async function servedDesk(overrides: Overrides = {}) {
  const {
    signUpPolicy = 'always',
    loopbackOnly = true,
    jobs = () => [],
    makeBackup = async () => Promise.reject(new Error('The disk is full')),
    trading,
    real = null,
    ...http
  } = overrides;
  const [desk, books] = await Promise.all([openSqlite('desk'), openSqlite('book')]);
  await claimBook(books.knex, 'PAPER');
  const clock = new FakeClock();
  const log = new SilentLog();
  const ids = new SeqIds();
  const feed = new LocalEventFeed(log);
  const book = new SqlBook(books.knex, 'PAPER', { feed, ids });
  const paper = new ScriptedDesk(book, clock);
  const users = new SqlUsers(desk.knex);
  const sessions = new SqlSessions(desk.knex);
  const apiTokens = new SqlApiTokens(desk.knex);
  const settings = new SqlSettings(desk.knex);
  const tokens = new RandomSessionTokens();
  const openBooks = async ({ username }: { username: string }) =>
    book.openAccount(username, dec(100_000), clock.now());
  const accounts = createAccounts({
    ...{ users, sessions, apiTokens, tokens, ids, clock, openBooks, signUpPolicy, loopbackOnly },
    ...{ doorClock: clock, books: [book] },
    passwords: new ArgonPasswords(CHEAP),
    startDemo: async (createdAt) => {
      const name = { id: ids.next(), username: `demo-${ids.next().slice(-4)}` };
      const user = await users.add({ ...name, passwordHash: null, demo: true, createdAt });
      await openBooks(user);
      return user;
    },
  });
  const tokenPrices = tokenDesks(desk.knex, clock, log);
  const { prices } = tokenPrices;
  const own = trading?.({
    ...{ knex: books.knex, book, clock, ids, log, settings, prices, mandates: apiTokens },
  });
  const probe = {
    providers: ['ORATS'] as Provider[],
    check: async (_username: string, provider: Provider) => ({
      ...{ provider, ok: true, message: 'It answered', delayed: null, latencyMs: 3 },
      checkedAt: clock.now(),
      steps: [{ text: 'It answered', ok: true }],
    }),
  };
  const paperDesk = own?.paper ?? paper;
  const market = own?.market ?? emptyMarket(prices);
  const runs = new SqlStrategyRuns(books.knex, 'PAPER');
  const calibrations = new ReadCalibrations([book]);
  const strategies = composeStrategies({
    ...{
      knex: desk.knex,
      folder: folderOf(overrides),
      paper: book,
      market,
      settings,
      users,
      calibrations,
    },
    ...{ clock, timers: machineTimers, ids, log, lanes: 1, mandates: apiTokens },
    books: {
      PAPER: {
        ...{ mode: 'PAPER', runs, book, mayTrade: true },
        trading: paperDesk.trading,
      },
      REAL: null,
    },
  });
  const databases = { desk: desk.knex, paper: books.knex, real: books.knex };
  const drift = composeDrift({
    databases,
    ...{ paper: { book }, real: { book }, shared: { settings, clock } },
    engine: strategies.engine,
  });
  const promotion = composePromotion({
    ...{ databases, books: { PAPER: book, REAL: book }, deps: strategies.deps },
    ...{ runs: { PAPER: null, REAL: null }, stop: strategies.api.control.stop },
    drift: driftEvidence(drift),
  });
  const forecasts = composeForecasts(
    { databases, shared: { settings, clock, ids } },
    {
      paper: { book, sources: sourcesOf(own), turns: undefined },
      prices: { reader: prices },
    },
  );
  const server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    version: '0.0.0-test',
    clientDirectory: null,
    users,
    tokens,
    preparedOrders: new HmacPreparedOrders('a secret of the tests, 32 long!!'),
    imports: strategies.imports,
    readiness: [],
    ids,
    log,
    desk: {
      systems: { PAPER: paperDesk, REAL: real },
      market,
      prices,
      quotes: own?.quotes ?? { judge: async () => [] },
      accounts,
      settings: {
        settings,
        updateSettings: new UpdateSettings(
          settings,
          new AesVault('a secret of the tests, 32 long!!'),
          async () => {},
          calibrations,
        ),
        calibrations,
        checkProvider: new CheckProvider(probe),
        usages: { of: async () => [] },
      },
      strategies: strategies.api,
      drift: { PAPER: drift.PAPER.read, REAL: drift.REAL.read },
      promotion: promotion.api,
      forecasts: forecasts.api,
      jobs,
      backups: { list: new SqlBackupList(desk.knex), make: { execute: makeBackup } },
      feed,
      clock,
    },
    ...http,
  });
  const api = new ApiClient(server.url);
  return {
    ...{ api, server, url: server.url, clock, log, feed, book, paper, users, sessions },
    ...{ mandates: apiTokens, quotes: paper.trading.quotes },
    tokenPrices,
    /** Backtests wait until a test starts `strategies`. */
    ...{ strategies, promotion },
    /** Settles only when a test calls it. */
    forecasts,
    /** Compares only when a test calls it. */
    drift,
    deskKnex: desk.knex,
    bookKnex: books.knex,
    /** The runs of strategies in PAPER. */
    runs,
    close: async () => {
      await server.close();
      await promotion.stop();
      await strategies.stop();
      await Promise.all([desk.close(), books.close()]);
    },
  };
}

export type ServedDesk = Awaited<ReturnType<typeof servedDesk>>;
