import type { OrderId } from '../ids.ts';
import type { Decimal } from '../decimal.ts';
import type { ExitTerms } from '../order/exit-adjustment.ts';
import { isWorking } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import type { VenueOrder } from '../order/venue-order.ts';
import {
  samePrices,
  standingTerms,
  describeTerms,
  waitingAdjustment,
} from '../order/waiting-adjustment.ts';
import { waitsForEntry } from '../order/waits-for-entry.ts';
import { isRestingExit } from './exit-session.ts';
import { LATE_FILL_MS } from '../order/ended-order.ts';
import { describeOrder } from '../order/describe-order.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import type { Bracket } from '../trade/trade.ts';

/** Whether the venue reports other terms for an exit than the last known ones. */
export function termsDiffer(order: Order, report: VenueOrder): boolean {
  if (order.role === 'ENTRY') return false;
  const known = standingTerms(order);
  const terms = termsOf(order, report);
  return !known.quantity.equals(terms.quantity) || !samePrices(known, terms);
}

/**
 * Takes over the terms that the venue reports for an exit. A venue may size exits to what filled, shrink one as
 * its sibling fills, or carry out a move that the desk asked for. Any other change of a standing exit was made
 * by the venue, or outside the desk: it is stored next to what the desk asked for, and the planner leaves the
 * exit alone. `held` is the quantity held after the fills of the same report are booked.
 */
export function takeTerms(
  draft: TradeDraft,
  orderId: OrderId,
  report: VenueOrder,
  held: Decimal,
): void {
  const order = draft.order(orderId);
  if (!termsDiffer(order, report)) return;
  const terms = termsOf(order, report);
  if (isExternal(draft, order, { terms, held, filled: report.filledQuantity }))
    return recordAdjusted(draft, order, terms);
  const adjustment = waitingAdjustment(order) ? null : order.adjustment;
  draft.setOrder(orderId, { ...terms, adjustment });
  draft.record('EXITS_STANDING', `${describeOrder(order)} now stands for ${describeTerms(terms)}.`);
}

/** Terms that the venue does not report stay as they were. */
function termsOf(order: Order, report: VenueOrder): ExitTerms {
  return {
    quantity: report.quantity ?? order.quantity,
    stopPrice: order.stopPrice && (report.stopPrice ?? order.stopPrice),
    limitPrice: order.limitPrice && (report.limitPrice ?? order.limitPrice),
  };
}

function isExternal(
  draft: TradeDraft,
  order: Order,
  { terms, held, filled }: { terms: ExitTerms; held: Decimal; filled: Decimal },
): boolean {
  if (!isRestingExit(order) || !isWorking(order.status) || order.cancelRequested) return false;
  if (!samePrices(terms, order) && !isAsked(draft, order, terms)) return true;
  const sized = terms.quantity.equals(order.quantity) || terms.quantity.minus(filled).equals(held);
  return !sized && !waitsForEntry(order, draft.orders);
}

/** Whether the desk asked for these terms: the wanted or recorded prices, or a move whose answer comes late. */
function isAsked({ trade, at }: TradeDraft, order: Order, terms: ExitTerms): boolean {
  const { wantedBracket, bracket } = trade;
  const { askedMove } = order;
  const late =
    askedMove && at.getTime() - askedMove.at.getTime() <= LATE_FILL_MS ? askedMove : null;
  const asked = [wantedBracket && pricesIn(wantedBracket, order), pricesIn(bracket, order), late];
  return asked.some((prices) => prices !== null && samePrices(prices, terms));
}

/** The prices of an exit in a bracket. */
export function pricesIn(
  { stopLoss, stopLimit, takeProfit }: Bracket,
  { role }: Pick<Order, 'role'>,
): Pick<ExitTerms, 'stopPrice' | 'limitPrice'> {
  return role === 'STOP_LOSS'
    ? { stopPrice: stopLoss, limitPrice: stopLimit }
    : { stopPrice: null, limitPrice: takeProfit };
}

function recordAdjusted(draft: TradeDraft, order: Order, terms: ExitTerms): void {
  const decided = { choice: null, note: null, settledAt: null, settledBy: null };
  const adjustment = { ...terms, toldAt: draft.at, comparedAt: null, ...decided };
  draft.setOrder(order.id, { adjustment });
  const asked = describeTerms(order);
  draft.record(
    'EXITS_ADJUSTED',
    `${describeOrder(order)} stands for ${describeTerms(terms)} at the venue, and not for ${asked}: this desk asked for no such change.`,
  );
}
