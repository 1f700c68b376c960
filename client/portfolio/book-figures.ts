import type { TradeRowFragment } from '../gql/graphql.ts';
import { sumKnown, type Exact } from '../lib/exact.ts';
import { deltaDollars, greekOfTrade, toStop, unitDelta } from '../trade/trade-figures.ts';

export interface BookRisk {
  /** From here to every stop that is set, before slippage. */
  toStops: Exact;
  withoutStop: number;
  deltaDollars: number;
  deltaShares: number;
  gamma: number;
  theta: number;
  vega: number;
  /** Option positions whose greeks nobody knows; they are in none of the sums. */
  withoutGreeks: number;
}

export function bookRisk(open: readonly TradeRowFragment[]): BookRisk {
  const { sum, missing } = sumKnown(open.map(toStop));
  const total = (one: (trade: TradeRowFragment) => number | null) =>
    open.reduce((running, trade) => running + (one(trade) ?? 0), 0);
  const options = open.filter((trade) => trade.assetClass === 'OPTION');
  return {
    toStops: sum,
    withoutStop: missing,
    deltaDollars: total(deltaDollars),
    deltaShares: total((t) => greekOfTrade(t, unitDelta(t))),
    gamma: total((t) => greekOfTrade(t, t.mark?.gamma)),
    theta: total((t) => greekOfTrade(t, t.mark?.theta)),
    vega: total((t) => greekOfTrade(t, t.mark?.vega)),
    withoutGreeks: options.filter((t) => t.mark?.delta === null || !t.mark).length,
  };
}
