import type { TradePageQuery } from '../gql/graphql.ts';
import { exact, type Exact } from '../lib/exact.ts';

type Trade = NonNullable<TradePageQuery['trade']>;
export type Comparison = NonNullable<Trade['fillComparison']>;

export interface FillRow {
  readonly name: string;
  /** True for the trade's own fills. */
  readonly used: boolean;
  readonly entry: Exact | null;
  /** Distance of the entry from the mid, in cents. */
  readonly cents: Exact | null;
  /** P&L with these fills: net of a closed trade, unrealised of an open one. */
  readonly pnl: Exact | null;
  readonly why: string | null;
}

/** The trade's own fills first, then those that each other fill model would have given. */
export function fillRows(trade: Trade, comparison: Comparison): FillRow[] {
  const own = exact(trade.phase === 'CLOSED' ? trade.netPnl : trade.unrealizedPnl);
  const cents = (text: string | null | undefined) => exact(text)?.times(100) ?? null;
  const venue: FillRow = {
    name: trade.fillModelVersion ?? 'the venue',
    used: true,
    entry: exact(trade.entryPrice),
    cents: cents(comparison.toMid),
    pnl: own,
    why: comparison.toMid == null ? 'no market was seen within a minute of the fill' : null,
  };
  // The trade's own model would repeat its fills, from a market seen slightly earlier.
  const others = comparison.models.filter(({ model }) => model !== trade.fillModel);
  const models = others.map(({ version, entryPrice, toMid, difference, reason }): FillRow => ({
    name: version,
    used: false,
    entry: exact(entryPrice),
    cents: cents(toMid),
    pnl: sum(own, exact(difference)),
    why: reason ?? null,
  }));
  return [venue, ...models];
}

function sum(a: Exact | null, b: Exact | null): Exact | null {
  return a && b ? a.plus(b) : null;
}
