import { SimulatedBroker } from '../adapters/simulated/simulated-broker.ts';
import { ownAccounts } from '../adapters/routing/own-accounts.ts';
import { SimulatedMarket } from '../adapters/simulated/simulated-market.ts';
import type { VenueStore } from '../adapters/simulated/venue-store.ts';
import type { Book } from '../ports/book.ts';
import type { Clock } from '../ports/clock.ts';
import type { Shared } from './shared.ts';
import type { PaperTokens } from './paper-tokens.ts';

/** The simulated market is the same on every server and after every restart. */
export const MARKET_SEED = 20_260_105;

interface Parts {
  readonly book: Book;
  readonly store: VenueStore;
  readonly tokens: Pick<PaperTokens, 'moved'>;
}

/** The simulated market and its venue as they are at an instant of some clock. */
export function simulated({ book, store, tokens }: Parts, { settings }: Pick<Shared, 'settings'>) {
  return (now: Clock) => {
    const market = new SimulatedMarket(now, MARKET_SEED);
    const open = (username: string) =>
      new SimulatedBroker(username, store, market, now, {
        fillModel: async () => (await settings.of(username)).fillModel,
        deposits: async () => (await book.read(username).account()).deposits,
        movedElsewhere: () => tokens.moved(username),
      });
    return { market, brokers: ownAccounts(open) };
  };
}
