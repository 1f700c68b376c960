import { waitingAdjustment } from '../order/waiting-adjustment.ts';
import { closesUnderReview } from './close-under-review.ts';
import type { TradeAggregate } from './trade.ts';

/** The venue changed exits by itself: nothing of the trade is the desk's to move until a person has chosen. */
export function isHeld({ orders }: Pick<TradeAggregate, 'orders'>): boolean {
  return orders.some((order) => waitingAdjustment(order) !== null);
}

/** Whether what the venue changed has not been held against what the account holds. */
export function isUncompared({ orders }: Pick<TradeAggregate, 'orders'>): boolean {
  return orders.some((order) => waitingAdjustment(order)?.comparedAt === null);
}

/**
 * Whether the planner lets go of a trade. What a person closes goes on once the account was compared; of a
 * trade under review they close what the account was seen to hold.
 */
export function holdsStill(aggregate: TradeAggregate): boolean {
  const { phase, openQuantity, closeRequest } = aggregate.trade;
  if (phase !== 'OPEN' || openQuantity.isZero() || !isHeld(aggregate)) return false;
  if (!closeRequest) return true;
  return isUncompared(aggregate) && !closesUnderReview(aggregate.trade);
}
