import { SqlProviderUsage } from '../adapters/database/desk/sql-provider-usage.ts';
import { SqlBook } from '../adapters/database/book/sql-book.ts';
import { SqlLeases } from '../adapters/database/desk/sql-leases.ts';
import { SqlLearnedVenueRules } from '../adapters/database/desk/sql-learned-venue-rules.ts';
import { LiveBook } from '../adapters/routing/live-book.ts';
import { UserBrokers } from '../adapters/routing/user-brokers.ts';
import type { UserCredentials } from '../adapters/routing/user-credentials.ts';
import { UserSources } from '../adapters/routing/user-sources.ts';
import { SqlVenueStore } from '../adapters/simulated/sql-venue-store.ts';
import { PresentAccounts } from '../adapters/simulated/present-accounts.ts';
import { SimulatedVenue } from '../adapters/simulated/simulated-venue.ts';
import type { PaperSide } from '../config/paper-config.ts';
import type { Book } from '../ports/book.ts';
import type { Clock } from '../ports/clock.ts';
import { BookDesk } from '../usecases/book-desk.ts';
import { PlaceTwins } from '../usecases/trading/place-twins.ts';
import type { BookDeps } from '../usecases/steps/book-deps.ts';
import { REPLAY_LANE, StartDemo } from '../usecases/demo/start-demo.ts';
import type { Databases } from './databases.ts';
import { composeFaults } from './faults.ts';
import { composeSandbox } from './sandbox.ts';
import { serving } from './serving.ts';
import { paperTokens } from './paper-tokens.ts';
import type { Prices } from './prices.ts';
import type { TradedMarkets } from './traded-markets.ts';
import type { Shared } from './shared.ts';
import { simulated } from './simulated.ts';

/**
 * The PAPER book: the simulated venue, tokens filled on quotes, and Tradier's sandbox for users who have a
 * token for it. No live endpoint and no signer can be reached from here.
 */
export function composePaper(
  config: PaperSide,
  databases: Databases,
  shared: Shared,
  credentials: UserCredentials,
  prices: Prices,
) {
  const { clock, ids, users } = shared;
  const book = new SqlBook(databases.paper, 'PAPER', { feed: shared.feed, ids });
  const sandbox = composeSandbox(config, shared, {
    usage: new SqlProviderUsage(databases.desk),
    credentials,
    lessons: new SqlLearnedVenueRules(databases.paper),
  });
  const venueStore = new SqlVenueStore(databases.paper, clock);
  const tokens = paperTokens(shared, { book, knex: databases.paper });
  const simulatedAt = simulated({ book, movedElsewhere: tokens.moved }, shared);
  const present = simulatedAt(clock, venueStore);
  const leases = new SqlLeases(databases.paper, ids.next());
  const replaying = () => leases.users(REPLAY_LANE);

  const depsAt = depsOf(shared, { sandbox, tokens });
  const startDemo = new StartDemo({
    users,
    ids,
    book,
    deskAt: (now) => {
      // The lease keeps other servers from the account.
      const store = new SqlVenueStore(databases.paper, clock, { alone: true });
      const there = simulatedAt(now, store);
      const venue = new SimulatedVenue(store, there.market, now);
      const { markets, look, roundMs } = prices.replayed(now);
      const desk = new BookDesk(depsAt(now, there, book, markets), shared.about);
      return {
        ...{ desk, market: there.market, meetMarket: (username: string) => venue.meet(username) },
        tokens: { trading: markets.tokens.of('SIMULATED'), look, roundMs },
      };
    },
    leases,
    timers: shared.timers,
  });
  const live = depsAt(clock, present, new LiveBook(book, replaying), prices.markets);
  const { turns, guarded } = serving(config, live, leases);
  const deps = { ...guarded, passFaultPoint: composeFaults(config) };
  const desk = new BookDesk(deps, shared.about);
  return {
    book,
    turns,
    desk,
    /** The paper twins of REAL's trades. */
    twins: new PlaceTwins({ ...shared, trading: desk.trading, book }),
    sources: deps.sources,
    venue: new SimulatedVenue(new PresentAccounts(venueStore, replaying), present.market, clock),
    startDemo: (now: Date) => startDemo.execute(now),
    probes: sandbox.probes,
    hintsTo: sandbox.hintsTo,
    providers: sandbox.providers,
    usages: sandbox.usages,
  };
}

type Simulated = ReturnType<ReturnType<typeof simulated>>;

interface Venues {
  readonly sandbox: Pick<ReturnType<typeof composeSandbox>, 'brokers' | 'sources'>;
  readonly tokens: ReturnType<typeof paperTokens>;
}

/** What the PAPER desk works with at an instant of some clock, in the token markets of that time. */
function depsOf(shared: Shared, { sandbox, tokens }: Venues) {
  return (
    now: Clock,
    { market, brokers }: Simulated,
    book: Book<'PAPER'>,
    markets: TradedMarkets,
  ): BookDeps<'PAPER'> => {
    const swaps = tokens.at(now, markets);
    return {
      ...shared,
      book,
      brokers: new UserBrokers('PAPER', {
        SIMULATED: brokers,
        TRADIER_SANDBOX: sandbox.brokers,
        JUPITER_PAPER: swaps.brokers,
      }),
      sources: new UserSources('PAPER', {
        SIMULATED: async () => ({ market, snapshots: null, figures: market }),
        TRADIER_SANDBOX: sandbox.sources,
        JUPITER_PAPER: swaps.sources,
      }),
      tokens: markets.tokens,
      clock: now,
      mayTrade: true,
    };
  };
}
