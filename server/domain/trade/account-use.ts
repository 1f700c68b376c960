import { isWatched } from './exit-signal.ts';
import type { TradeAggregate } from './trade.ts';
import { accountsOf, accountWords, isIn, type VenueAccount } from './venue-account.ts';

/** What depends on an account: the trades that are active there. */
export interface AccountUse extends VenueAccount {
  /** Whether a stored token answers for it. */
  readonly reachable: boolean;
  readonly trades: number;
  /** Of those trades, each once, in their order. */
  readonly symbols: readonly string[];
  /** How many of them have an exit that only the desk holds to. */
  readonly watched: number;
}

/** `shut`: the accounts, in `accountWords`, for which no stored token answers. */
export function accountUse(
  active: readonly TradeAggregate[],
  shut: ReadonlySet<string>,
): readonly AccountUse[] {
  return accountsOf(active.map(({ trade }) => trade)).map((place) => {
    const here = active.filter(isIn(place));
    return {
      ...place,
      reachable: !shut.has(accountWords(place)),
      trades: here.length,
      symbols: [...new Set(here.map(({ trade }) => trade.instrument.symbol))],
      watched: here.filter(isWatched).length,
    };
  });
}
