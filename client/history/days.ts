import type { ClosedTradesQuery } from '../gql/graphql.ts';
import { Exact, exact, sumKnown } from '../lib/exact.ts';
import { dayOf, EXCHANGE_ZONE } from '../lib/times.ts';

export type ClosedTrade = ClosedTradesQuery['trades']['nodes'][number];

export interface Day {
  date: string;
  trades: ClosedTrade[];
  filled: number;
  netPnl: Exact;
  fees: Exact;
  /** Sum of the known Rs; null when no trade of the day has one. */
  r: Exact | null;
}

/** An entry that never filled held no position, so no total counts it. */
export function neverFilled(trade: ClosedTrade): boolean {
  return new Exact(trade.filledQuantity).isZero();
}

/** The result after fees in units of the risk to its first stop; null when it started without a stop. */
export function rOf(trade: ClosedTrade): Exact | null {
  return exact(trade.rMultiple);
}

/** Exchange days, newest first, each with its exact sums. */
export function daysOf(trades: readonly ClosedTrade[]): Day[] {
  const days = new Map<string, ClosedTrade[]>();
  for (const trade of trades) {
    const date = dayOf(trade.closedAt ?? trade.placedAt, EXCHANGE_ZONE);
    const day = days.get(date);
    if (day) day.push(trade);
    else days.set(date, [trade]);
  }
  return [...days]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([date, rows]) => {
      const counted = rows.filter((trade) => !neverFilled(trade));
      const rs = counted.map(rOf).filter((r) => r !== null);
      return {
        date,
        trades: rows,
        filled: counted.length,
        netPnl: sumKnown(counted.map((trade) => exact(trade.netPnl))).sum,
        fees: sumKnown(counted.map((trade) => exact(trade.fees))).sum,
        r: rs.length ? sumKnown(rs).sum : null,
      };
    });
}
