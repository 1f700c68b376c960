import { KnexBook } from '../adapters/database/knex-book.ts';
import { OratsClient } from '../adapters/orats/orats-client.ts';
import { OratsSnapshots } from '../adapters/orats/orats-snapshots.ts';
import { LiveBook } from '../adapters/routing/live-book.ts';
import { StoredProviderProbe } from '../adapters/routing/stored-provider-probe.ts';
import { UserBrokers } from '../adapters/routing/user-brokers.ts';
import type { UserCredentials } from '../adapters/routing/user-credentials.ts';
import { UserSources } from '../adapters/routing/user-sources.ts';
import { KnexVenueStore } from '../adapters/simulated/knex-venue-store.ts';
import { PresentAccounts } from '../adapters/simulated/present-accounts.ts';
import { SimulatedBroker } from '../adapters/simulated/simulated-broker.ts';
import { SimulatedMarket } from '../adapters/simulated/simulated-market.ts';
import { SimulatedVenue } from '../adapters/simulated/simulated-venue.ts';
import { TradierBroker } from '../adapters/tradier/tradier-broker.ts';
import { TradierClients } from '../adapters/tradier/tradier-clients.ts';
import { TradierMarketData } from '../adapters/tradier/tradier-market-data.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../ports/clock.ts';
import type { Broker } from '../ports/broker.ts';
import type { MarketData, SnapshotSource } from '../ports/market-data.ts';
import { BookDesk } from '../usecases/book-desk.ts';
import type { BookDeps } from '../usecases/book-deps.ts';
import { StartDemo } from '../usecases/demo/start-demo.ts';
import { cached } from './cached.ts';
import type { Databases } from './databases.ts';
import type { Shared } from './shared.ts';

/** The simulated market is the same on every server and after every restart. */
const MARKET_SEED = 20_260_105;

/**
 * The PAPER book: the simulated venue, and Tradier's sandbox for those who have a token for it. No
 * live endpoint and no signer can be reached from here.
 */
export function composePaper(
  config: Config,
  databases: Databases,
  shared: Shared,
  credentials: UserCredentials,
) {
  const { clock, ids, log, settings } = shared;
  const replaying = new Set<string>();
  const isReplaying = (username: string) => replaying.has(username);
  const book = new KnexBook(databases.paper, 'PAPER', { feed: shared.feed, ids });
  const live = new LiveBook(book, isReplaying);
  const tradier = composeSandbox(config, shared, credentials);
  const venueStore = new KnexVenueStore(databases.paper, clock);

  const simulatedAt = (now: Clock) => {
    const market = new SimulatedMarket(now, MARKET_SEED);
    const broker = (username: string): Broker =>
      new SimulatedBroker(username, venueStore, market, now, {
        fillModel: async () => (await settings.of(username)).fillModel,
        deposits: async () => (await book.read(username).account()).deposits,
      });
    return { market, broker };
  };
  const depsAt = (now: Clock, of: typeof book | typeof live): BookDeps => {
    const { market, broker } = simulatedAt(now);
    return {
      book: of,
      brokers: new UserBrokers({
        SIMULATED: async (username) => broker(username),
        TRADIER_SANDBOX: tradier.broker,
      }),
      sources: new UserSources({
        SIMULATED: async () => ({ market, snapshots: null }),
        TRADIER_SANDBOX: tradier.sources,
      }),
      settings,
      clock: now,
      ids,
      log,
      mayTrade: true,
      deskHalt: shared.deskHalt,
    };
  };
  const deps = depsAt(clock, live);
  const { market } = simulatedAt(clock);
  const startDemo = new StartDemo({
    users: shared.users,
    ids,
    book,
    deskAt: (now) => {
      const simulated = simulatedAt(now);
      return {
        desk: new BookDesk(depsAt(now, book), shared.about),
        market: simulated.market,
        meetMarket: async (username) => void (await simulated.broker(username).positions()),
      };
    },
    replaying,
  });
  return {
    book,
    desk: new BookDesk(deps, shared.about),
    sources: deps.sources,
    venue: new SimulatedVenue(new PresentAccounts(venueStore, isReplaying), market, clock),
    startDemo: (now: Date) => startDemo.execute(now),
    probe: tradier.probe,
  };
}

/** Tradier's sandbox, marked by ORATS where the user has a token for it. */
function composeSandbox(config: Config, shared: Shared, credentials: UserCredentials) {
  const { clock, log } = shared;
  const clients = new TradierClients({ clock, log });
  const url = config.tradier.sandboxUrl;
  const market = cached(
    (token: string): MarketData =>
      new TradierMarketData(clients.of(url, token), { delayed: true, clock }),
  );
  const orats = cached(
    (token: string): SnapshotSource =>
      new OratsSnapshots(new OratsClient({ baseUrl: config.orats.url, token, clock, log }), {
        clock,
      }),
  );
  const broker = async (username: string): Promise<TradierBroker | null> => {
    const access = await credentials.tradierSandbox(username);
    if (!access?.account) return null;
    const account = access.account;
    return new TradierBroker(clients.of(url, access.token), {
      account,
      venue: 'TRADIER_SANDBOX',
      clock,
    });
  };
  const sources = async (username: string) => {
    const access = await credentials.tradierSandbox(username);
    if (!access) return null;
    const token = await credentials.orats(username);
    return { market: market(access.token), snapshots: token ? orats(token) : null };
  };
  const probe = new StoredProviderProbe(
    {
      TRADIER_SANDBOX: async (username) => {
        const found = await broker(username);
        if (!found) return null;
        await found.balances();
        return { message: `Reached; account ${found.account} answers.`, delayed: true };
      },
      ORATS: async (username) => {
        const token = await credentials.orats(username);
        if (!token) return null;
        const quote = (await orats(token).quotes(['SPY'])).get('SPY');
        const message = quote ? 'Reached; SPY is quoted.' : 'Reached; it has no quote for SPY now.';
        return { message, delayed: quote?.delayed ?? true };
      },
    },
    clock,
  );
  return { broker, sources, probe };
}
