import { ZERO, type Decimal } from '../decimal.ts';
import type { Order } from '../order/order.ts';
import { standingTerms } from '../order/waiting-adjustment.ts';
import { waitsForEntry } from '../order/waits-for-entry.ts';
import type { TradeAggregate } from './trade.ts';

/** Held, a stop is on record, and no stop of that size works at the venue. */
export function isUnprotected({ trade, orders }: TradeAggregate): boolean {
  if (trade.phase !== 'OPEN' || trade.openQuantity.isZero()) return false;
  if (!trade.bracket.stopLoss && !trade.wantedBracket?.stopLoss) return false;
  const covered = orders
    .filter((order) => order.role === 'STOP_LOSS' && protects(order, orders))
    .reduce((total, order) => total.plus(remainingAtVenue(order)), ZERO);
  return covered.lessThan(trade.openQuantity);
}

/** For how much it may still fill, by the terms that it stands with at the venue. */
function remainingAtVenue(order: Order): Decimal {
  return standingTerms(order).quantity.minus(order.filledQuantity);
}

/** It stands at the venue, and waits for no entry. */
export function protects(order: Order, orders: readonly Order[]): boolean {
  return isStanding(order) && !waitsForEntry(order, orders);
}

/** The venue has it and nobody asked to take it back. */
export function isStanding(order: Order): boolean {
  const accepted = order.status === 'ACCEPTED' || order.status === 'PARTIALLY_FILLED';
  return accepted && !order.cancelRequested;
}
