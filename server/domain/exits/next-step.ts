import { Decimal } from '../decimal.ts';
import { isWorking } from '../order/order-status.ts';
import type { Order, TimeInForce } from '../order/order.ts';
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
  type DurationRules,
} from './exit-session.ts';
import { hasExpired } from '../trade/has-expired.ts';
import { isOverdue } from '../trade/overdue-orders.ts';
import { holdsStill } from '../trade/hold-adjusted.ts';
import { afterRefusal, type AfterRefusal } from '../trade/refused-entry.ts';
import { isStanding } from '../trade/standing-exits.ts';
import type { Bracket, CloseRequest, Trade, TradeAggregate } from '../trade/trade.ts';

/** What a venue takes of exits; the rest we watch ourselves. */
export interface ExitRules extends DurationRules {
  readonly minExitGap: Decimal;
  readonly alwaysOpen: boolean;
}

/** The one thing to do next for a trade, so that what stands at the venue becomes what is wanted. */
export type NextStep =
  | { readonly kind: 'NONE' }
  /** Something is in flight, and the next sync tells; or a person has to choose first. */
  | { readonly kind: 'WAIT' }
  | { readonly kind: 'CANCEL'; readonly orders: readonly Order[] }
  | {
      readonly kind: 'SEND_EXITS';
      readonly bracket: Bracket;
      readonly quantity: Decimal;
      readonly timeInForce: TimeInForce;
    }
  /** The entry anew and, where they may come along, its exits, all for the day. */
  | AfterRefusal
  | { readonly kind: 'SEND_CLOSE'; readonly request: CloseRequest; readonly quantity: Decimal }
  /** A lone exit moves in place: the position is not naked for a moment. */
  | { readonly kind: 'CHANGE'; readonly order: Order; readonly bracket: Bracket }
  /** What is wanted stands, or is `watched` by the desk: put it on record. */
  | { readonly kind: 'ADOPT'; readonly bracket: Bracket; readonly watched: boolean }
  /** The venue would not take it: the old exits stay on record. */
  | { readonly kind: 'GIVE_UP_WANTED' }
  /** `until`: when the venue is asked again; null where it is not. */
  | { readonly kind: 'WATCH'; readonly why: string; readonly until: Date | null };

const NONE: NextStep = { kind: 'NONE' };
const WAIT: NextStep = { kind: 'WAIT' };

/**
 * Compares what stands with what is wanted. Never sends a closing order while another one may still
 * fill, nor any for more than is held: that is how no exit can reach the venue at a flat position.
 */
export function nextStep(aggregate: TradeAggregate, rules: ExitRules, now: Date): NextStep {
  const { trade, orders } = aggregate;
  if (trade.status === 'NEEDS_REVIEW' && !closesUnderReview(trade)) return NONE;
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
    // Only the rest of the entry is to go.
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

/** A market without sessions has no day that ends. */
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

/** The desk holds to the exits of a part for which none can stand beside the rest of its entry. */
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

/** Flat after having held something, or asked to close: an entry still working must not fill more. */
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
  // A stop or target that was hit sells all of it, also what the entry filled before it was gone.
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

/** The one exit that stands, where only its price is not what is wanted; no leg of anything. */
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

/** Why the venue does not take these exits, learned from its rules or from its refusal of the same before. */
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

function ordersOf(orders: readonly Order[], tag: string): readonly Order[] {
  return orders.filter((order) => order.tag === tag && isRestingExit(order));
}

/** Exits that went out together at just these prices. */
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
