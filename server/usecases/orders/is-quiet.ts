import { nextStep } from '../../domain/exits/next-step.ts';
import { isUncompared } from '../../domain/trade/hold-adjusted.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { isOverfilled } from '../../domain/reports/overfill.ts';
import type { VenueRules } from '../../ports/broker.ts';

/**
 * Whether a trade, as it was just read, needs nothing done at an instant: its orders are what is wanted, or
 * something in flight is waited for. It needs no lock; anything else is decided again under the lock.
 */
export function isQuiet(aggregate: TradeAggregate, rules: VenueRules, at: Date): boolean {
  if (awaitsComparison(aggregate) || awaitsCount(aggregate)) return false;
  const { kind } = nextStep(aggregate, rules, at);
  return kind === 'NONE' || kind === 'WAIT';
}

/** The venue changed its exits, and that has not been compared with what the account holds. */
export function awaitsComparison(aggregate: TradeAggregate): boolean {
  const { status } = aggregate.trade;
  return (status === 'OPEN' || status === 'CLOSING') && isUncompared(aggregate);
}

/** Both exits filled, and the account's position has not said how much was really closed. */
export function awaitsCount({ trade }: TradeAggregate): boolean {
  return isOverfilled(trade) && trade.status === 'NEEDS_REVIEW' && trade.closeReason !== null;
}
