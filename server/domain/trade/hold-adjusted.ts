import { waitingAdjustment } from '../order/waiting-adjustment.ts';
import { closesUnderReview } from './close-under-review.ts';
import type { TradeAggregate } from './trade.ts';

/** Whether the venue changed exits by itself. The desk moves nothing of the trade until a person has chosen. */
export function isHeld({ orders }: Pick<TradeAggregate, 'orders'>): boolean {
  return orders.some((order) => waitingAdjustment(order) !== null);
}

/** Whether a change by the venue has not been compared with the account's holding yet. */
export function isUncompared({ orders }: Pick<TradeAggregate, 'orders'>): boolean {
  return orders.some((order) => waitingAdjustment(order)?.comparedAt === null);
}

/**
 * Whether the planner leaves a trade alone. A person's close proceeds once the account was compared. Under
 * review, it proceeds at once: it closes only what the account was seen to hold.
 */
export function holdsStill(aggregate: TradeAggregate): boolean {
  const { phase, openQuantity, closeRequest } = aggregate.trade;
  if (phase !== 'OPEN' || openQuantity.isZero() || !isHeld(aggregate)) return false;
  if (!closeRequest) return true;
  return isUncompared(aggregate) && !closesUnderReview(aggregate.trade);
}
