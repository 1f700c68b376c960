import { Decimal, ZERO } from '../decimal.ts';
import { isFinal } from '../order/order-status.ts';
import { type Instrument, isOption } from '../instrument/instrument.ts';
import { settlementInstant } from '../instrument/last-trading.ts';
import { describeQuantity, isQuantity } from '../instrument/quantity.ts';
import { badInput } from '../refusal.ts';
import { applyExitFill, executionAt } from '../trade/apply-fill.ts';
import { doubtAfter } from './doubt-after.ts';
import { widenExcursions } from '../trade/excursions.ts';
import { endOverdue } from '../trade/overdue-orders.ts';
import type { Trade } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { isExpiry, tradeMayBecome, type TradeStatus } from '../trade/trade-status.ts';

/** A person's judgement of a trade that the desk could not judge. */
export interface Resolution {
  readonly status: TradeStatus;
  /** Dollars per share or unit at which the holding was closed; null when nothing was closed. */
  readonly exitPrice: Decimal | null;
  /** How much of the holding was closed; null: all. */
  readonly quantity: Decimal | null;
  readonly note: string;
}

/**
 * Settles NEEDS_REVIEW by a person's judgement. What was closed is booked at the given price, without a fee,
 * so the money adds up as after any other exit. When only a part was closed, the rest reopens if the venue
 * holds exactly that; if it holds less, the rest stays under review. `gone`: how much more the book holds
 * than the venue; null when no venue could be asked.
 * @throws {Refusal} BAD_USER_INPUT when the judgement contradicts what the book or the venue holds.
 */
export function resolveReview(
  draft: TradeDraft,
  resolution: Resolution,
  gone: Decimal | null,
): void {
  const { status, note } = resolution;
  const { reason: evidence } = draft.trade;
  if (draft.trade.status !== 'NEEDS_REVIEW') {
    throw badInput('id', `A trade that is ${draft.trade.status} waits for no review.`);
  }
  if (status === 'NEEDS_REVIEW' || !tradeMayBecome('NEEDS_REVIEW', status)) {
    throw badInput('resolution.status', `A review does not end in ${status}.`);
  }
  if (note.trim() === '') throw badInput('resolution.note', 'Say what you found out.');
  const exit = checkedExit(draft, resolution, gone);
  if (exit) book(draft, exit);
  endOverdue(draft);
  const left = draft.trade.openQuantity;
  if (status === 'OPEN' || (exit && !left.isZero())) goOn(draft, exit, gone);
  else end(draft, status, note);
  const closed = { exitPrice: exit?.price ?? null, quantity: exit?.quantity ?? null };
  const reviewed = { status, note, at: draft.at, reviewer: draft.actor, evidence };
  draft.set({ review: { ...closed, ...reviewed } });
  const at = exit ? ` of ${exit.quantity.toFixed()} at ${exit.price.toFixed()}` : '';
  draft.record('REVIEWED', `Reviewed: ${status}${at}. ${note}`);
}

interface Exit {
  readonly quantity: Decimal;
  readonly price: Decimal;
}

function book(draft: TradeDraft, { quantity, price }: Exit): void {
  const before = draft.trade;
  draft.set(applyExitFill(before, executionAt(quantity, price)));
  draft.set(widenExcursions(before, price));
}

/** Lets the desk manage the rest again, unless the venue shows less than the rest. */
function goOn(draft: TradeDraft, exit: Exit | null, gone: Decimal | null): void {
  const asked = { closeRequest: null, protection: 'NONE' } as const;
  const less = gone && exit ? gone.minus(exit.quantity) : ZERO;
  if (less.isZero()) {
    draft.become('OPEN', { reason: null, doubt: null, ...asked });
    return settleAlerts(draft);
  }
  const { openQuantity } = draft.trade;
  const reason = `${exit?.quantity.toFixed()} are booked. Of the ${openQuantity.toFixed()} left the venue shows ${less.toFixed()} fewer: they wait for another word.`;
  const { doubt, side } = draft.trade;
  const closed = exit?.quantity.times(directionOf(side));
  draft.set({ reason, doubt: doubt && closed ? doubtAfter(doubt, closed) : doubt, ...asked });
}

function settleAlerts(draft: TradeDraft): void {
  for (const kind of ['NEEDS_REVIEW', 'FOREIGN_CHANGE', 'UNPROTECTED', 'EXIT_REFUSED'] as const)
    draft.resolve(kind);
}

function end(draft: TradeDraft, status: TradeStatus, reason: string): void {
  const { trade, at } = draft;
  for (const order of draft.orders) {
    if (isFinal(order.status)) continue;
    if (order.status === 'INTENT') draft.setOrder(order.id, { status: 'CANCELED', reason });
    else if (isExpiry(status)) draft.setOrder(order.id, { status: 'EXPIRED' });
  }
  const ended = { closeReason: status, closedAt: trade.closedAt ?? at, reason };
  const asked = { closeRequest: null, wantedBracket: null, doubt: null };
  draft.become(status, { ...ended, ...asked });
  settleAlerts(draft);
}

/** The quantity and price to book; null when nothing was closed. */
function checkedExit(
  draft: TradeDraft,
  { status, exitPrice, quantity }: Resolution,
  gone: Decimal | null,
): Exit | null {
  const { openQuantity } = draft.trade;
  const held = !openQuantity.isZero();
  const holds = held ? `${openQuantity.toFixed()} held` : 'nothing held';
  if (!fits(draft, status)) {
    throw badInput('resolution.status', `${status} contradicts the book: ${holds}.`);
  }
  const closes = held && status !== 'OPEN';
  if (!closes && exitPrice) throw badInput('resolution.exitPrice', 'Nothing is closed by this.');
  if (!closes && quantity) throw badInput('resolution.quantity', 'Nothing is closed by this.');
  if (!closes) return null;
  const part = quantity && !quantity.equals(openQuantity) ? quantity : null;
  if (part) checkPart(draft.trade, status, part, gone);
  return { quantity: part ?? openQuantity, price: checkedPrice(status, exitPrice, holds) };
}

function checkPart(
  { instrument, openQuantity }: Trade,
  status: TradeStatus,
  part: Decimal,
  gone: Decimal | null,
): void {
  const field = 'resolution.quantity';
  if (!isQuantity(instrument, part) || part.greaterThan(openQuantity)) {
    throw badInput(field, `${describeQuantity(instrument, openQuantity.toFixed())}: what is held.`);
  }
  if (isExpiry(status)) throw badInput(field, 'A contract expires whole.');
  if (!gone || part.lessThanOrEqualTo(gone)) return;
  const most = Decimal.max(gone, ZERO).toFixed();
  throw badInput(field, `The venue shows ${most} fewer than the book: no more can have gone.`);
}

function checkedPrice(status: TradeStatus, exitPrice: Decimal | null, holds: string): Decimal {
  if (status === 'EXPIRED_OTM') {
    if (!exitPrice || exitPrice.isZero()) return ZERO;
    throw badInput('resolution.exitPrice', 'What expires out of the money is worth 0.');
  }
  if (!exitPrice)
    throw badInput('resolution.exitPrice', `Of the ${holds} something was closed: at what price?`);
  const least = status === 'EXPIRED_ITM' ? exitPrice.greaterThan(0) : !exitPrice.isNegative();
  if (!least) throw badInput('resolution.exitPrice', 'Too low for how it ended.');
  return exitPrice;
}

function fits({ trade, at }: TradeDraft, status: TradeStatus): boolean {
  if (status === 'OPEN') return !trade.openQuantity.isZero();
  if (status === 'CANCELED' || status === 'REJECTED') return trade.filledQuantity.isZero();
  if (trade.filledQuantity.isZero()) return false;
  return !isExpiry(status) || isDue(trade.instrument, at);
}

/** Whether the instrument's settlement price exists by now. */
function isDue(instrument: Instrument, at: Date): boolean {
  return isOption(instrument) && settlementInstant(instrument) <= at;
}
