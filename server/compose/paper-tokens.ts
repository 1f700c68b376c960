import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Username } from '../domain/ids.ts';
import type { TokenMarketName } from '../domain/instrument/instrument.ts';
import { neverLands } from '../domain/swap/swap-landing.ts';
import { Lru } from '../adapters/database/sql/lru.ts';
import {
  JupiterPaperBroker,
  type SwapAccountTerms,
} from '../adapters/jupiter-paper/jupiter-paper-broker.ts';
import type { PaperChain } from '../adapters/jupiter-paper/paper-chain.ts';
import { SqlSwapStore } from '../adapters/jupiter-paper/sql-swap-store.ts';
import { ownAccounts } from '../adapters/routing/own-accounts.ts';
import type { VenueSources } from '../adapters/routing/user-sources.ts';
import type { Book } from '../ports/book.ts';
import type { Clock } from '../ports/clock.ts';
import type { Shared } from './shared.ts';
import type { TradedMarkets } from './traded-markets.ts';

/** The most users remembered as demo users or not: that never changes, because no name is given twice. */
const MOST_USERS = 10_000;
/** Milliseconds from the quote to the block: about three slots, as swaps take in a quiet hour. */
const LATENCY_MS = 1_200;

const SERVED: PaperChain = { latency: () => sleep(LATENCY_MS), neverLands };
/** The past is replayed at once, and a demo begins with the trades that it is to show. */
const REPLAYED: PaperChain = { latency: async () => undefined, neverLands: () => false };

/** PAPER tokens: a demo user's are simulated, every other user's are priced and filled by Jupiter's quotes. */
export function paperTokens(
  { users, clock }: Pick<Shared, 'users' | 'clock'>,
  { book, knex }: { readonly book: Book; readonly knex: Knex },
) {
  const known = new Lru<Username, TokenMarketName>(MOST_USERS);
  const store = new SqlSwapStore(knex);
  const marketOf = async (username: Username): Promise<TokenMarketName> => {
    const before = known.get(username);
    if (before) return before;
    const user = await users.byName(username);
    const market = user?.demo ? 'SIMULATED' : 'SOLANA';
    if (user) known.set(username, market);
    return market;
  };
  const termsOf = (username: Username): SwapAccountTerms => {
    const account = () => book.read(username).account();
    return {
      deposits: async () => (await account()).deposits,
      cash: async () => (await account()).cash,
    };
  };
  return {
    /** Brokers and sources as they are at an instant of some clock, in the markets of that time. */
    at: (now: Clock, { tokens, sourceOf }: TradedMarkets) => {
      const chain = now === clock ? SERVED : REPLAYED;
      const open = (username: Username) =>
        new JupiterPaperBroker(username, store, tokens, now, termsOf(username), chain);
      return {
        brokers: ownAccounts(open),
        sources: async (username: Username): Promise<VenueSources> => {
          const source = sourceOf(await marketOf(username));
          return { market: source, snapshots: source, figures: null };
        },
      };
    },
    /** Dollars of PAPER's one cash that a user's swaps have moved. */
    moved: (username: Username) => store.moved(username),
  };
}
