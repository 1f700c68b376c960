import { ZERO, type Decimal } from '../decimal.ts';
import type { Order } from '../order/order.ts';
import { standingTerms } from '../order/waiting-adjustment.ts';
import { waitsForEntry } from '../order/waits-for-entry.ts';
import { heldByDesk } from './held-by-desk.ts';
import type { TradeAggregate } from './trade.ts';

/**
 * Whether the trade is held and has a stop on record, but no stop of that size works at the venue. Where the
 * desk holds the exits: whether it may not act on them.
 */
export function isUnprotected(aggregate: TradeAggregate): boolean {
  const { trade, orders } = aggregate;
  if (!wantsStop(aggregate)) return false;
  if (heldByDesk(trade)) return mayNotAct(aggregate);
  const covered = orders
    .filter((order) => order.role === 'STOP_LOSS' && protects(order, orders))
    .reduce((total, order) => total.plus(remainingAtVenue(order)), ZERO);
  return covered.lessThan(trade.openQuantity);
}

/** Whether the desk itself holds the stop of a held trade, even a stop that it may not act on. */
export function isDesksStop(aggregate: TradeAggregate): boolean {
  return heldByDesk(aggregate.trade) && wantsStop(aggregate);
}

function wantsStop({ trade }: TradeAggregate): boolean {
  if (trade.phase !== 'OPEN' || trade.openQuantity.isZero()) return false;
  return trade.bracket.stopLoss !== null || (trade.wantedBracket?.stopLoss ?? null) !== null;
}

/** Whether a person has to judge the trade first, or the fate of one of its swaps is unknown. */
function mayNotAct({ trade, orders }: TradeAggregate): boolean {
  return trade.status === 'NEEDS_REVIEW' || orders.some(({ status }) => status === 'UNKNOWN');
}

/** The quantity that may still fill, by the terms at the venue. */
function remainingAtVenue(order: Order): Decimal {
  return standingTerms(order).quantity.minus(order.filledQuantity);
}

/** Whether the order is in force at the venue and waits for no entry. */
export function protects(order: Order, orders: readonly Order[]): boolean {
  return isStanding(order) && !waitsForEntry(order, orders);
}

/** Whether the venue has accepted the order and no cancel was asked for. */
export function isStanding(order: Order): boolean {
  const accepted = order.status === 'ACCEPTED' || order.status === 'PARTIALLY_FILLED';
  return accepted && !order.cancelRequested;
}
