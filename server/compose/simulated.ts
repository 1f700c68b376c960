import { SimulatedBroker } from '../adapters/simulated/simulated-broker.ts';
import { ownAccounts } from '../adapters/routing/own-accounts.ts';
import { SimulatedMarket } from '../adapters/simulated/simulated-market.ts';
import type { VenueStore } from '../adapters/simulated/venue-store.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { Username } from '../domain/ids.ts';
import type { Book } from '../ports/book.ts';
import type { Clock } from '../ports/clock.ts';
import type { Shared } from './shared.ts';

/** The simulated market is the same on every server and after every restart. */
export const MARKET_SEED = 20_260_105;

interface Parts {
  readonly book: Book;
  /** Dollars that a user's trades at other venues have moved of PAPER's one cash. */
  readonly movedElsewhere: (username: Username) => Promise<Decimal>;
}

/** The simulated market and its venue as they are at an instant of some clock. */
export function simulated({ book, movedElsewhere }: Parts, { settings }: Pick<Shared, 'settings'>) {
  return (now: Clock, store: VenueStore) => {
    const market = new SimulatedMarket(now, MARKET_SEED);
    const open = (username: string) =>
      new SimulatedBroker(username, store, market, now, {
        fillRule: () => settings.of(username),
        deposits: async () => (await book.read(username).account()).deposits,
        movedElsewhere: () => movedElsewhere(username),
      });
    return { market, brokers: ownAccounts(open) };
  };
}
