import { isWatched } from './exit-signal.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import { accountsOf, describeAccount, isIn, type VenueAccount } from '../trade/venue-account.ts';

/** What is active in one symbol. */
export interface SymbolUse {
  readonly symbol: string;
  readonly trades: number;
  /** How many of them have an exit that only the desk holds to. */
  readonly watched: number;
}

/** What depends on an account: the trades that are active there. */
export interface AccountUse extends VenueAccount {
  /** Whether a stored token answers for it. */
  readonly reachable: boolean;
  readonly trades: number;
  /** Of those trades, each once, in their order. */
  readonly symbols: readonly string[];
  /** How many of them have an exit that only the desk holds to. */
  readonly watched: number;
  readonly bySymbol: readonly SymbolUse[];
}

/** `shut`: the accounts, in `describeAccount`, for which no stored token answers. */
export function accountUse(
  active: readonly TradeAggregate[],
  shut: ReadonlySet<string>,
): readonly AccountUse[] {
  return accountsOf(active.map(({ trade }) => trade)).map((place) => {
    const here = active.filter(isIn(place));
    const symbols = [...new Set(here.map(symbolOf))];
    const bySymbol = symbols.map((symbol) => {
      return { symbol, ...countOf(here.filter((each) => symbolOf(each) === symbol)) };
    });
    const reachable = !shut.has(describeAccount(place));
    return { ...place, reachable, ...countOf(here), symbols, bySymbol };
  });
}

function symbolOf({ trade }: TradeAggregate): string {
  return trade.instrument.symbol;
}

function countOf(trades: readonly TradeAggregate[]): { trades: number; watched: number } {
  return { trades: trades.length, watched: trades.filter(isWatched).length };
}
