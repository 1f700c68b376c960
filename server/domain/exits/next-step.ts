import type { Tag } from '../ids.ts';
import { Decimal } from '../decimal.ts';
import { isWorking } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import { wasRefusedBeside, whyNotBeside } from './beside-entry.ts';
import { carriesOut } from './carries-out.ts';
import { closableOf, closesUnderReview } from '../trade/close-under-review.ts';
import { mayAskAgain, refusalsThatCount } from './ask-again.ts';
import {
  exitDuration,
  exitsReturnAt,
  isRestingExit,
  refusalStillCounts,
  describeReturn,
} from './exit-session.ts';
import { nextAtDesk } from './next-at-desk.ts';
import type { ExitRules, NextStep } from './steps.ts';
import { hasExpired } from '../trade/has-expired.ts';
import { heldByDesk } from '../trade/held-by-desk.ts';
import { isOverdue } from '../trade/overdue-orders.ts';
import { holdsStill } from '../trade/hold-adjusted.ts';
import { afterRefusal } from '../trade/refused-entry.ts';
import { isStanding } from '../trade/standing-exits.ts';
import type { Bracket, CloseRequest, Trade, TradeAggregate } from '../trade/trade.ts';

export type { ExitRules, NextStep };

const NONE: NextStep = { kind: 'NONE' };
const WAIT: NextStep = { kind: 'WAIT' };

/**
 * Compares the orders at the venue with what is wanted. It never sends a closing order while another may still
 * fill, nor for more than is held, so no exit can reach the venue at a flat position.
 */
export function nextStep(aggregate: TradeAggregate, rules: ExitRules, now: Date): NextStep {
  const { trade, orders } = aggregate;
  if (trade.status === 'NEEDS_REVIEW' && !closesUnderReview(trade)) return NONE;
  if (heldByDesk(trade)) return nextAtDesk(aggregate, now);
  const working = orders.filter((order) => isWorking(order.status));
  if (isLeftAlone(aggregate, working)) return WAIT;
  if (trade.phase === 'CLOSED') return cancelAll(working);
  const entry = working.find((order) => order.role === 'ENTRY');
  const exits = working.filter((order) => order.role !== 'ENTRY');
  const overdue = overdueOf(working, aggregate, rules, now);
  if (overdue.length > 0) return cancelAll(overdue);
  if (trade.openQuantity.isZero()) return nextForFlat(aggregate, entry, now);
  if (trade.closeRequest) {
    if (trade.status !== 'OPEN') return nextForClose(trade, trade.closeRequest, working);
    // Cancels only the rest of the entry.
    if (entry) return cancelAll(submissionOf(entry, working));
  }
  const why = entry && whyNotBeside(entry, { exits, orders }, now);
  if (why) return watchBesideEntry(aggregate, why, rules, now);
  return nextForExits(aggregate, exits, rules, now);
}

function nextForFlat(aggregate: TradeAggregate, entry: Order | undefined, now: Date): NextStep {
  if (entry) return wantsOut(aggregate.trade) ? cancelAll([entry]) : NONE;
  return afterRefusal(aggregate, now) ?? NONE;
}

/** The working orders whose day is over. A market that never closes has none. */
function overdueOf(
  working: readonly Order[],
  { orders }: TradeAggregate,
  { alwaysOpen }: ExitRules,
  now: Date,
): readonly Order[] {
  return alwaysOpen ? [] : working.filter((order) => isOverdue(order, orders, now));
}

function submissionOf(entry: Order, working: readonly Order[]): readonly Order[] {
  return working.filter(({ tag }) => tag === entry.tag);
}

/** The desk watches the exits of a filled part when the venue can hold none next to the rest of the entry. */
function watchBesideEntry(
  { trade, orders }: TradeAggregate,
  why: string,
  rules: ExitRules,
  now: Date,
): NextStep {
  const { bracket, wantedBracket, openQuantity } = trade;
  if (wantedBracket) {
    const refusal = whyNotTaken(wantedBracket, openQuantity, orders, rules, now);
    if (refusal) return { kind: 'GIVE_UP_WANTED' };
    return { kind: 'ADOPT', bracket: wantedBracket, watched: true };
  }
  return bracket.stopLoss || bracket.takeProfit ? watch(trade, why, null) : NONE;
}

function isLeftAlone(aggregate: TradeAggregate, working: readonly Order[]): boolean {
  return working.some(isInFlight) || holdsStill(aggregate);
}

function isInFlight(order: Order): boolean {
  return order.status === 'SUBMITTED' || order.status === 'UNKNOWN' || order.cancelRequested;
}

/** The trade went flat, or a close was requested: a working entry must not fill more. */
function wantsOut(trade: Trade): boolean {
  return trade.filledQuantity.greaterThan(0) || trade.closeRequest !== null;
}

function cancelAll(orders: readonly Order[]): NextStep {
  return orders.length > 0 ? { kind: 'CANCEL', orders } : NONE;
}

function nextForClose(trade: Trade, request: CloseRequest, working: readonly Order[]): NextStep {
  const others = working.filter((order) => !carriesOut(order, request));
  if (others.length > 0) return cancelAll(others);
  if (working.length > 0) return WAIT;
  // A stop or target that was hit closes everything, including what the entry filled before it ended.
  const most = closableOf(trade);
  const quantity = request.role !== 'CLOSE' ? most : Decimal.min(request.quantity, most);
  return quantity.greaterThan(0) ? { kind: 'SEND_CLOSE', request, quantity } : NONE;
}

function nextForExits(
  { trade, orders }: TradeAggregate,
  exits: readonly Order[],
  rules: ExitRules,
  now: Date,
): NextStep {
  const wanted = trade.wantedBracket ?? trade.bracket;
  if (matches(exits, wanted, trade.openQuantity)) {
    return trade.wantedBracket ? { kind: 'ADOPT', bracket: wanted, watched: false } : NONE;
  }
  const refusal = whyNotTaken(wanted, trade.openQuantity, orders, rules, now);
  if (refusal && trade.wantedBracket) return { kind: 'GIVE_UP_WANTED' };
  const lone = loneExit(exits, wanted, trade.openQuantity);
  if (lone) return { kind: 'CHANGE', order: lone, bracket: wanted };
  if (exits.length > 0) return { kind: 'CANCEL', orders: exits };
  if (refusal) return watch(trade, refusal, null);
  const until = rules.alwaysOpen ? null : exitsReturnAt(orders, now);
  if (until) {
    if (hasExpired(trade.instrument, until)) return NONE;
    const why = `their session is over, and they are placed again on ${describeReturn(until)}`;
    return watch(trade, why, until);
  }
  const timeInForce = exitDuration(rules);
  return { kind: 'SEND_EXITS', bracket: wanted, quantity: trade.openQuantity, timeInForce };
}

function watch(trade: Trade, why: string, until: Date | null): NextStep {
  return trade.protection === 'WATCHED' ? NONE : { kind: 'WATCH', why, until };
}

/** The one exit at the venue, not a leg, that differs from what is wanted only in price. */
function loneExit(exits: readonly Order[], wanted: Bracket, quantity: Decimal): Order | null {
  const [order] = exits;
  if (!order || exits.length > 1 || order.venueParentId || !order.venueOrderId) return null;
  const role = wanted.stopLoss ? 'STOP_LOSS' : 'TAKE_PROFIT';
  const single = (wanted.stopLoss === null) !== (wanted.takeProfit === null);
  const sameKind =
    order.role === role && (order.type === 'STOP_LIMIT') === (wanted.stopLimit !== null);
  const fits = isStanding(order) && order.quantity.minus(order.filledQuantity).equals(quantity);
  return single && sameKind && fits ? order : null;
}

function matches(exits: readonly Order[], wanted: Bracket, quantity: Decimal): boolean {
  const fits = (order: Order) =>
    isStanding(order) && order.quantity.minus(order.filledQuantity).equals(quantity);
  const stops = exits.filter((order) => order.role === 'STOP_LOSS');
  const targets = exits.filter((order) => order.role === 'TAKE_PROFIT');
  return (
    exits.every(fits) &&
    same(stops, wanted.stopLoss, (order) => order.stopPrice) &&
    same(targets, wanted.takeProfit, (order) => order.limitPrice)
  );
}

function same(
  orders: readonly Order[],
  price: Decimal | null,
  priceOf: (order: Order) => Decimal | null,
): boolean {
  if (!price) return orders.length === 0;
  return orders.length === 1 && (orders[0] ? (priceOf(orders[0])?.equals(price) ?? false) : false);
}

/** Why the venue would not take these exits, by its rules or because it refused the same exits before. */
export function whyNotTaken(
  { stopLoss, takeProfit }: Bracket,
  quantity: Decimal,
  orders: readonly Order[],
  rules: ExitRules,
  now: Date,
): string | null {
  if (stopLoss && takeProfit && stopLoss.minus(takeProfit).abs().lessThan(rules.minExitGap)) {
    return `stop and target are less than ${rules.minExitGap} apart`;
  }
  const refused = refusalsThatCount(orders, now).filter(
    (order) =>
      order.quantity.equals(quantity) &&
      order.timeInForce === exitDuration(rules) &&
      !wasRefusedBeside(order, orders) &&
      isSubmissionOf(ordersOf(orders, order.tag), stopLoss, takeProfit),
  );
  const last = refused.at(-1);
  if (!last || mayAskAgain(refused, now)) return null;
  if (!rules.alwaysOpen && !refusalStillCounts(last, now)) return null;
  return last.reason ?? 'the venue refused them';
}

function ordersOf(orders: readonly Order[], tag: Tag): readonly Order[] {
  return orders.filter((order) => order.tag === tag && isRestingExit(order));
}

/** Whether exits that were sent together have exactly these prices. */
function isSubmissionOf(
  sent: readonly Order[],
  stop: Decimal | null,
  target: Decimal | null,
): boolean {
  const stops = sent.filter((order) => order.role === 'STOP_LOSS');
  const targets = sent.filter((order) => order.role === 'TAKE_PROFIT');
  return (
    same(stops, stop, (order) => order.stopPrice) &&
    same(targets, target, (order) => order.limitPrice)
  );
}
