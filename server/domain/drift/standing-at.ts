import { isExpiry } from '../trade/trade-status.ts';
import type { DriftTrade } from './drift-trade.ts';

/**
 * Trades as they were at the end of a day, so that both sides are compared at the same time: trades decided
 * later are left out, and those that ended later are still open. A settlement counts on its day, whenever it is
 * booked. `until`: milliseconds since 1970 UTC.
 */
export function standingAt(trades: readonly DriftTrade[], until: number): readonly DriftTrade[] {
  return decidedBy(trades, until).map((trade) =>
    endedBy(trade, until) ? trade : { ...trade, result: null },
  );
}

export function decidedBy<Decided extends { readonly decidedAt: number }>(
  all: readonly Decided[],
  until: number,
): readonly Decided[] {
  return all.filter(({ decidedAt }) => decidedAt <= until);
}

/** Counts a trade that a person settled as ended: its end has no market time. */
function endedBy({ result }: DriftTrade, until: number): boolean {
  if (result === null || result.leg.at === null) return true;
  return result.leg.at <= until || isExpiry(result.reason);
}
