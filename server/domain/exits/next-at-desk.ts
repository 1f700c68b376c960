import { Decimal } from '../decimal.ts';
import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import { waitsAtDesk, worksAtVenue } from '../order/waits-at-desk.ts';
import { closableOf } from '../trade/close-under-review.ts';
import type { CloseRequest, Trade, TradeAggregate } from '../trade/trade.ts';
import { isDayOver } from '../trade/waiting-day.ts';
import { carriesOut } from './carries-out.ts';
import type { NextStep } from './steps.ts';

const NONE: NextStep = { kind: 'NONE' };
const WAIT: NextStep = { kind: 'WAIT' };

/** The desk sends its own close right after its look at the price; later, the price may be another. */
const CLOSE_LASTS_MS = 30_000;

const CANCELED = 'it was canceled before its price was met';
const UNMET = 'its price was not met by midnight in New York';

/** Like `nextStep`, for a desk that holds limits and exits itself and a venue that takes only what is due now. */
export function nextAtDesk({ trade, orders }: TradeAggregate, now: Date): NextStep {
  // A swap cannot be taken back: its outcome decides.
  if (orders.some(worksAtVenue)) return WAIT;
  const waiting = orders.filter(waitsAtDesk);
  const over = waiting.filter((order) => isDayOver(order, trade, now));
  if (over.length > 0) return endWaiting(over, 'EXPIRED', UNMET);
  const useless = waiting.filter((order) => !isOfUse(order, trade));
  if (useless.length > 0) return endWaiting(useless, 'CANCELED', CANCELED);
  if (trade.phase === 'CLOSED') return NONE;
  if (trade.openQuantity.isZero()) return nextForEntry(trade, orders, waiting, now);
  if (trade.closeRequest && trade.status !== 'OPEN')
    return nextForClose(trade, trade.closeRequest, waiting, now);
  return nextForExits(trade);
}

/** An entry is useful until its trade is filled or taken back; a close, while it is the one requested. */
function isOfUse(order: Order, { phase, openQuantity, closeRequest }: Trade): boolean {
  if (order.role === 'ENTRY')
    return phase === 'PENDING' && openQuantity.isZero() && closeRequest === null;
  return phase === 'OPEN' && closeRequest !== null && carriesOut(order, closeRequest);
}

function endWaiting(
  orders: readonly Order[],
  status: 'CANCELED' | 'EXPIRED',
  why: string,
): NextStep {
  return { kind: 'END_WAITING', orders, status, why };
}

function nextForEntry(
  trade: Trade,
  orders: readonly Order[],
  waiting: readonly Order[],
  now: Date,
): NextStep {
  if (trade.phase !== 'PENDING') return NONE;
  if (trade.wantedBracket) return { kind: 'ADOPT', bracket: trade.wantedBracket, watched: true };
  const last = orders.findLast(({ role }) => role === 'ENTRY');
  if (waiting.length > 0 || !last || !isFinal(last.status)) return NONE;
  if (trade.closeRequest) return giveUp(last, 'CANCELED', CANCELED);
  if (isDayOver(last, trade, now)) return giveUp(last, 'EXPIRED', UNMET);
  return { kind: 'HOLD_ENTRY', last };
}

function giveUp(last: Order, status: 'CANCELED' | 'EXPIRED', reason: string): NextStep {
  return { kind: 'GIVE_UP_ENTRY', order: { ...last, status, reason } };
}

function nextForClose(
  trade: Trade,
  request: CloseRequest,
  waiting: readonly Order[],
  now: Date,
): NextStep {
  if (waiting.length > 0) return NONE;
  const { role, orderType, requestedAt } = request;
  const byDesk = role !== 'CLOSE';
  if (byDesk && now.getTime() - requestedAt.getTime() > CLOSE_LASTS_MS)
    return { kind: 'DROP_CLOSE' };
  const most = closableOf(trade);
  const quantity = byDesk ? most : Decimal.min(request.quantity, most);
  if (!quantity.greaterThan(0)) return NONE;
  const waits = !byDesk && orderType === 'LIMIT';
  return { kind: waits ? 'HOLD_CLOSE' : 'SEND_CLOSE', request, quantity };
}

function nextForExits({ status, bracket, wantedBracket, protection }: Trade): NextStep {
  if (wantedBracket) return { kind: 'ADOPT', bracket: wantedBracket, watched: true };
  const wanted = bracket.stopLoss !== null || bracket.takeProfit !== null;
  if (status !== 'OPEN' || !wanted || protection === 'WATCHED') return NONE;
  return { kind: 'ADOPT', bracket, watched: true };
}
