import { isWatched } from './exit-signal.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import { accountsOf, describeAccount, isIn, type VenueAccount } from '../trade/venue-account.ts';

/** The active trades in one symbol. */
export interface SymbolUse {
  readonly symbol: string;
  readonly trades: number;
  /** How many of these trades have an exit that only the desk watches. */
  readonly watched: number;
}

/** The active trades that depend on an account. */
export interface AccountUse extends VenueAccount {
  /** Whether a stored token reaches the account. */
  readonly reachable: boolean;
  readonly trades: number;
  /** The trades' symbols, each once, in the order of the trades. */
  readonly symbols: readonly string[];
  /** How many of these trades have an exit that only the desk watches. */
  readonly watched: number;
  readonly bySymbol: readonly SymbolUse[];
}

/** `shut`: the accounts, as `describeAccount` writes them, that no stored token reaches. */
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
