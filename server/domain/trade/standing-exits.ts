import { ZERO, type Decimal } from '../decimal.ts';
import type { Order } from '../order/order.ts';
import { standingTerms } from '../order/waiting-adjustment.ts';
import { waitsForEntry } from '../order/waits-for-entry.ts';
import type { TradeAggregate } from './trade.ts';

/** The trade is held and has a stop on record, but no stop of that size works at the venue. */
export function isUnprotected({ trade, orders }: TradeAggregate): boolean {
  if (trade.phase !== 'OPEN' || trade.openQuantity.isZero()) return false;
  if (!trade.bracket.stopLoss && !trade.wantedBracket?.stopLoss) return false;
  const covered = orders
    .filter((order) => order.role === 'STOP_LOSS' && protects(order, orders))
    .reduce((total, order) => total.plus(remainingAtVenue(order)), ZERO);
  return covered.lessThan(trade.openQuantity);
}

/** The quantity that may still fill, by the terms at the venue. */
function remainingAtVenue(order: Order): Decimal {
  return standingTerms(order).quantity.minus(order.filledQuantity);
}

/** The order stands at the venue and waits for no entry. */
export function protects(order: Order, orders: readonly Order[]): boolean {
  return isStanding(order) && !waitsForEntry(order, orders);
}

/** The venue has accepted the order and nobody has asked to cancel it. */
export function isStanding(order: Order): boolean {
  const accepted = order.status === 'ACCEPTED' || order.status === 'PARTIALLY_FILLED';
  return accepted && !order.cancelRequested;
}
