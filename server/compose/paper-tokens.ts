import type { Username } from '../domain/ids.ts';
import type { TokenMarketName } from '../domain/instrument/instrument.ts';
import { Lru } from '../adapters/database/sql/lru.ts';
import type { VenueSources } from '../adapters/routing/user-sources.ts';
import type { TradedMarkets } from './traded-markets.ts';
import type { Shared } from './shared.ts';

/** Whether a user is a demo's is decided once: a name is never given to another user. */
const MOST_USERS = 10_000;

/** PAPER tokens: a demo user's are simulated, everybody else's are priced and filled by Jupiter's quotes. */
export function paperTokens({ users }: Pick<Shared, 'users'>, { sourceOf }: TradedMarkets) {
  const known = new Lru<Username, TokenMarketName>(MOST_USERS);
  const marketOf = async (username: Username): Promise<TokenMarketName> => {
    const before = known.get(username);
    if (before) return before;
    const user = await users.byName(username);
    const market = user?.demo ? 'SIMULATED' : 'SOLANA';
    if (user) known.set(username, market);
    return market;
  };
  return {
    sources: async (username: Username): Promise<VenueSources> => {
      const source = sourceOf(await marketOf(username));
      return { market: source, snapshots: source, figures: null };
    },
  };
}
