import { SimulatedBroker } from '../adapters/simulated/simulated-broker.ts';
import { simulatedBrokers } from '../adapters/simulated/simulated-brokers.ts';
import { SimulatedMarket } from '../adapters/simulated/simulated-market.ts';
import type { SqlVenueStore } from '../adapters/simulated/sql-venue-store.ts';
import type { Book } from '../ports/book.ts';
import type { Clock } from '../ports/clock.ts';
import type { Shared } from './shared.ts';

/** The simulated market is the same on every server and after every restart. */
export const MARKET_SEED = 20_260_105;

/** The simulated market and its venue as they are at an instant of some clock. */
export function simulated(book: Book, store: SqlVenueStore, { settings }: Shared) {
  return (now: Clock) => {
    const market = new SimulatedMarket(now, MARKET_SEED);
    const open = (username: string) =>
      new SimulatedBroker(username, store, market, now, {
        fillModel: async () => (await settings.of(username)).fillModel,
        deposits: async () => (await book.read(username).account()).deposits,
      });
    return { market, brokers: simulatedBrokers(open) };
  };
}
