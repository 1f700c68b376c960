import { greeksOf } from '../market/quote.ts';
import { isFinal, isWorking } from '../order/order-status.ts';
import type { Order, OrderRole } from '../order/order.ts';
import { carriesOut } from '../exits/carries-out.ts';
import { closableOf, closesUnderReview } from '../trade/close-under-review.ts';
import { isRestingExit } from '../exits/exit-session.ts';
import { lastExit } from '../exits/last-exit.ts';
import { isOverfilled } from './overfill.ts';
import { goesOnWaiting } from '../trade/held-by-desk.ts';
import { awaitResend, givenUp, mayGoAgain } from '../trade/refused-entry.ts';
import { protects } from '../trade/standing-exits.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import type { TradeStatus } from '../trade/trade-status.ts';

/** How a trade ends by the leg that filled, never by a comparison of prices. */
const ENDING: Record<Exclude<OrderRole, 'ENTRY'>, TradeStatus> = {
  STOP_LOSS: 'SL_HIT',
  TAKE_PROFIT: 'TP_HIT',
  CLOSE: 'MANUAL_CLOSE',
};

/**
 * Applies what a report on an order means for its trade. `moved`: the order's status changed.
 * `refusedDurations`: the venue refused it only because of its own duration and its exits'.
 */
export function afterReport(
  draft: TradeDraft,
  order: Order,
  moved: boolean,
  refusedDurations = false,
): void {
  if (order.role === 'ENTRY') afterEntry(draft, order, refusedDurations);
  else if (moved) afterExit(draft, order);
  announceExits(draft);
  closeWhenFlat(draft);
  reviewOverfill(draft);
}

/** Keeps an overfilled trade under review until the venue's position has been compared. */
function reviewOverfill(draft: TradeDraft): void {
  const { phase, status, closeReason } = draft.trade;
  if (phase !== 'CLOSED' || status === 'NEEDS_REVIEW' || !closeReason) return;
  if (!isOverfilled(draft.trade)) return;
  draft.askForReview('More was closed at the venue than was held.');
}

function afterEntry(draft: TradeDraft, order: Order, refusedDurations: boolean): void {
  const { trade } = draft;
  if (isFinal(order.status)) keepWhatFilled(draft, order);
  if (!isFinal(order.status) || trade.phase !== 'PENDING' || trade.status === 'NEEDS_REVIEW')
    return;
  if (trade.filledQuantity.greaterThan(0)) return;
  if (goesOnWaiting(trade, order)) return;
  if (!refusedDurations) endUnfilled(draft, order);
  else if (mayGoAgain(draft, order)) awaitResend(draft, order);
  else endUnfilled(draft, givenUp(order, draft.orders));
}

/** Ends a trade whose entry filled nothing, with the entry's own outcome. */
export function endUnfilled(draft: TradeDraft, order: Order): void {
  const status = order.status === 'REJECTED' || order.status === 'DENIED' ? 'REJECTED' : 'CANCELED';
  draft.become(status, {
    closedAt: draft.at,
    closeReason: status,
    reason: order.reason ?? describeEnding(order),
  });
  for (const leg of draft.orders) {
    if (leg.role !== 'ENTRY' && !isFinal(leg.status))
      draft.setOrder(leg.id, { status: 'CANCELED' });
  }
  draft.record('CLOSED', `Entry never filled: ${draft.trade.reason}.`);
}

/** Keeps what an entry filled before its cancel arrived. */
function keepWhatFilled(draft: TradeDraft, { status: ended, quantity }: Order): void {
  const { status, closeRequest, openQuantity } = draft.trade;
  if (status !== 'OPEN' || !closeRequest) return;
  draft.set({ closeRequest: null });
  const open = `${openQuantity.toFixed()} of ${quantity.toFixed()}`;
  const message =
    ended === 'FILLED'
      ? `All of the entry filled before the cancel arrived: ${open} are open.`
      : `The rest of the entry is gone: ${open} stay open.`;
  draft.record('ENTRY_FILLED', message);
}

function describeEnding(order: Order): string {
  return order.status === 'EXPIRED' ? 'the order expired unfilled' : 'the order was canceled';
}

/** Handles an exit that ended without the desk's request: refused, or canceled outside the desk. */
function afterExit(draft: TradeDraft, order: Order): void {
  const { trade } = draft;
  if (trade.phase !== 'OPEN' || trade.openQuantity.isZero()) return;
  if (order.filledQuantity.isZero() && goesOnWaiting(trade, order)) return;
  if (order.status === 'REJECTED') {
    const message = `${order.role} was refused: ${order.reason ?? 'no reason given'}.`;
    draft.alert('EXIT_REFUSED', 'CRITICAL', message);
    // The desk already watched for another reason: this reason is recorded too.
    if (draft.trade.protection === 'WATCHED')
      draft.set({ protection: 'NONE' }).record('EXITS_LOST', message);
  }
  const siblingFilled = draft.orders.some(
    (other) => other.tag === order.tag && other.id !== order.id && other.filledQuantity.gt(0),
  );
  if (order.status === 'CANCELED' && !order.cancelRequested && !siblingFilled) {
    draft.alert(
      'FOREIGN_CHANGE',
      'WARNING',
      `The ${order.role} order was canceled at the venue, not by this desk.`,
    );
  }
  if (isFinal(order.status)) reopen(draft, order);
}

/** Reopens what an ended close did not sell, unless another close was requested since. */
function reopen(draft: TradeDraft, order: Order): void {
  const { status, closeRequest } = draft.trade;
  if (closesUnderReview(draft.trade)) return keepInDoubt(draft, order);
  if (status !== 'CLOSING' || !closeRequest || !carriesOut(order, closeRequest)) return;
  draft.become('OPEN', { closeRequest: null, protection: 'NONE' });
  const left = `${draft.trade.openQuantity.toString()} stay open`;
  const message =
    order.status === 'FILLED'
      ? `Closed in part; ${left}.`
      : `The close ended ${order.status}; ${left}.`;
  draft.record('EXITS_LOST', message);
}

/** A close under review is sent once: what it did not close stays under review. */
function keepInDoubt(draft: TradeDraft, order: Order): void {
  const { closeRequest, openQuantity } = draft.trade;
  const done = closableOf(draft.trade).isZero();
  if (!closeRequest || (!done && !carriesOut(order, closeRequest))) return;
  draft.set({ closeRequest: null });
  draft.record(
    'EXITS_LOST',
    `The close ended ${order.status}; ${openQuantity.toFixed()} stay under review.`,
  );
}

/** Records once that the venue holds the exits of the position. */
function announceExits(draft: TradeDraft): void {
  const { trade, orders } = draft;
  const exits = orders.filter((order) => isRestingExit(order) && protects(order, orders));
  if (trade.status !== 'OPEN' || exits.length === 0) return;
  if (
    trade.protection === 'VENUE' ||
    !exits.every((o) => o.quantity.minus(o.filledQuantity).eq(trade.openQuantity))
  )
    return;
  draft.set({ protection: 'VENUE' });
  draft.record(
    'EXITS_STANDING',
    exits
      .map((o) => `${o.role === 'STOP_LOSS' ? 'Stop' : 'Target'} ${o.stopPrice ?? o.limitPrice}`)
      .join(' and ') + ' stand at the venue.',
  );
}

function closeWhenFlat(draft: TradeDraft): void {
  const { trade } = draft;
  if (trade.phase !== 'OPEN' || trade.filledQuantity.isZero() || !trade.openQuantity.isZero())
    return;
  if (trade.status === 'NEEDS_REVIEW' && !closesUnderReview(trade)) return;
  if (draft.orders.some((order) => order.role === 'ENTRY' && isWorking(order.status))) return;
  const last = lastExit(draft.orders);
  if (!last) return;
  const status = ENDING[last.role];
  draft.become(status, {
    reason: null,
    closeReason: status,
    closedAt: last.at,
    closeRequest: null,
    wantedBracket: null,
    exitGreeks: trade.mark ? greeksOf(trade.mark) : null,
  });
  draft.resolve('EXIT_REFUSED').resolve('UNPROTECTED').resolve('ORDER_UNKNOWN');
  draft.record('CLOSED', `${status}: realised ${trade.realizedPnl} before ${trade.fees} fees.`);
}
