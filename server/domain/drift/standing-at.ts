import { isExpiry } from '../trade/trade-status.ts';
import type { DriftTrade } from './drift-trade.ts';

/**
 * Trades as they stood at the end of a day, so that both sides are compared by the same time: what was decided later
 * is left out, and what ended later goes on. A settlement is of its day, whenever it is booked. `until`:
 * milliseconds since 1970 UTC.
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

/** A trade that a person settled ended at no instant of the market's. */
function endedBy({ result }: DriftTrade, until: number): boolean {
  if (result === null || result.leg.at === null) return true;
  return result.leg.at <= until || isExpiry(result.reason);
}
