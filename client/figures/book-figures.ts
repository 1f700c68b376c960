import { isOption, isToken } from '../lib/asset-class.ts';
import type { TradeRowFragment } from '../gql/graphql.ts';
import { exact, sumKnown, type Exact } from '../lib/exact.ts';
import { deltaDollars, greekOfTrade, unitDelta } from './trade-figures.ts';

export interface BookRisk {
  /** P&L from here to every stop in force, before slippage. */
  toStops: Exact;
  deltaDollars: number;
  /** Delta of options and shares together, in shares; tokens are left out. */
  deltaShares: number;
  gamma: number;
  theta: number;
  vega: number;
  /** Option positions without known greeks; no sum includes them. */
  withoutGreeks: number;
}

export function bookRisk(open: readonly TradeRowFragment[]): BookRisk {
  const total = (one: (trade: TradeRowFragment) => number | null) =>
    open.reduce((running, trade) => running + (one(trade) ?? 0), 0);
  const options = open.filter(isOption);
  return {
    toStops: sumKnown(open.map(({ toStop }) => exact(toStop))).sum,
    deltaDollars: total(deltaDollars),
    deltaShares: total((t) => (isToken(t) ? null : greekOfTrade(t, unitDelta(t)))),
    gamma: total((t) => greekOfTrade(t, t.mark?.gamma)),
    theta: total((t) => greekOfTrade(t, t.mark?.theta)),
    vega: total((t) => greekOfTrade(t, t.mark?.vega)),
    withoutGreeks: options.filter((t) => t.mark?.delta === null || !t.mark).length,
  };
}
