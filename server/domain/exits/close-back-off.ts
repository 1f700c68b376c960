import { dec, type Decimal } from '../decimal.ts';
import { hasEnded, LATE_FILL_MS } from '../order/ended-order.ts';
import type { Order, OrderType } from '../order/order.ts';
import { pauseIsOver } from './ask-again.ts';
import { isRestingExit } from './exit-session.ts';

/** The pause is 1, 2, 4 and then always 5 minutes. */
const PACE = { firstMs: 60_000, longestMs: 5 * 60_000 };

/** Pauses after swaps that never left or never landed; each try is a few events of the log. */
const UNSENT_PACE = { firstMs: 15_000, longestMs: 2 * 60_000 };

/** Slippage of closing swaps in percent points: each failed swap is followed by a wider one. */
const SLIPPAGE = [dec(1), dec(3), dec(5)] as const;

/**
 * Whether the desk itself may send another close: at once, then with growing pauses while the venue refuses. A
 * fill or a person's close resets the pauses; a refusal counts for as long as `ordersThatCount` keeps it. A
 * stop's swap that failed counts as a refusal only once the widest slippage was tried; one that did not get out
 * is tried again after a short pause. A person's own close is never held back.
 */
export function mayCloseAgain(orders: readonly Order[], now: Date): boolean {
  const person = orders.filter(({ role }) => role === 'CLOSE');
  const asked = Math.max(0, ...person.map(({ placedAt }) => placedAt.getTime()));
  const isLater = ({ updatedAt }: Order) => updatedAt.getTime() >= asked;
  const unsent = endedCloses(orders, now).filter((order) => isUnsentSwap(order) && isLater(order));
  if (unsent.length > 0 && !pauseIsOver(unsent, UNSENT_PACE, now)) return false;
  const refused = failedCloses(orders, now).filter(isLater);
  const widening = refused.filter(isStopSwap).slice(0, SLIPPAGE.length - 1);
  const counting = refused.filter((order) => !widening.includes(order));
  return counting.length === 0 || pauseIsOver(counting, PACE, now);
}

/**
 * Whether a limit that waits at the desk may be tried again: paced like `mayCloseAgain`, after its own sent
 * swaps of the last hour that ended without a fill, landed or not.
 */
export function mayTryAgain(orders: readonly Order[], { role }: Order, now: Date): boolean {
  const failed = orders.filter(
    (order) =>
      order.role === role &&
      order.type === 'LIMIT' &&
      order.sentAt !== null &&
      order.filledQuantity.isZero() &&
      isOver(order) &&
      now.getTime() - order.updatedAt.getTime() < LATE_FILL_MS,
  );
  return failed.length === 0 || pauseIsOver(failed, PACE, now);
}

/** The slippage of the next closing swap of a type: wider with each failed one since the last fill. */
export function closeSlippage(orders: readonly Order[], type: OrderType, now: Date): Decimal {
  const failed = failedCloses(orders, now).filter((order) => order.type === type);
  return SLIPPAGE[Math.min(failed.length, SLIPPAGE.length - 1)] ?? SLIPPAGE[0];
}

function failedCloses(orders: readonly Order[], now: Date): readonly Order[] {
  return endedCloses(orders, now).filter(hasFailed);
}

/** Whether it was refused by the venue or our inspection, failed on chain, or was signed and is in no block. */
function hasFailed({ status, swap, venueOrderId }: Order): boolean {
  if (status === 'REJECTED' || status === 'DENIED') return true;
  return status === 'CANCELED' && swap !== null && venueOrderId !== null;
}

function isOver(order: Order): boolean {
  return hasEnded(order) || order.status === 'DENIED';
}

/** Closes that ended in the last hour, after the last fill. */
function endedCloses(orders: readonly Order[], now: Date): readonly Order[] {
  const since = Math.max(
    now.getTime() - LATE_FILL_MS,
    ...orders.map(({ fills }) => fills.at(-1)?.filledAt.getTime() ?? 0),
  );
  return orders.filter(
    (order) =>
      isOver(order) &&
      order.role !== 'ENTRY' &&
      !isRestingExit(order) &&
      order.updatedAt.getTime() >= since,
  );
}

/** Whether it is a swap of the desk's own that, as far as the desk knows, never reached the venue. */
function isUnsentSwap({ role, status, slippagePct, venueOrderId }: Order): boolean {
  return role !== 'CLOSE' && slippagePct !== null && status === 'CANCELED' && !venueOrderId;
}

function isStopSwap({ role, slippagePct }: Order): boolean {
  return role === 'STOP_LOSS' && slippagePct !== null;
}
