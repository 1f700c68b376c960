import { waitingCorrection } from '../order/is-correction.ts';
import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import { awaitsFinality } from '../order/prepared-swap.ts';
import { refusalsThatCount } from '../exits/ask-again.ts';
import { isRestingExit } from '../exits/exit-session.ts';
import { lastExit } from '../exits/last-exit.ts';
import { LATE_FILL_MS } from '../order/ended-order.ts';

/**
 * The orders of a trade that its rules still read. The other orders are history, for display and not for
 * decisions; an order once left out never counts again, however the trade goes on. Only an order that the venue
 * reports again, found by its tag, comes back.
 *
 * An order counts with all of its submission (its tag) while one of them
 * - has not ended, or ended within `LATE_FILL_MS`: the venue may still report a fill;
 * - waits for a person's decision on a correction of its fills;
 * - was booked from a block that may still vanish;
 * - is the last entry, or an entry that filled something;
 * - is the last resting stop or the last resting target: its outcome decides what goes out next;
 * - had the last exit fill, which decides how the trade ends;
 * - is a refusal that counts (`refusalsThatCount`).
 */
export function ordersThatCount(orders: readonly Order[], now: Date): readonly Order[] {
  const last = lastExit(orders);
  const reading = new Set([
    ...orders.filter((order) => isRecent(order, now) || isFilledEntry(order)),
    ...orders.filter((order) => waitingCorrection(order) !== null),
    ...orders.filter(({ swap }) => awaitsFinality(swap)),
    ...lastOf(orders, (order) => order.role === 'ENTRY'),
    ...lastOf(orders, (order) => order.role === 'STOP_LOSS' && isRestingExit(order)),
    ...lastOf(orders, (order) => order.role === 'TAKE_PROFIT' && isRestingExit(order)),
    ...lastOf(orders, ({ id }) => id === last?.orderId),
    ...refusalsThatCount(orders, now),
  ]);
  const tags = new Set([...reading].map(({ tag }) => tag));
  return orders.filter(({ tag }) => tags.has(tag));
}

function isRecent({ status, updatedAt }: Order, now: Date): boolean {
  return !isFinal(status) || now.getTime() - updatedAt.getTime() <= LATE_FILL_MS;
}

function isFilledEntry({ role, filledQuantity }: Order): boolean {
  return role === 'ENTRY' && !filledQuantity.isZero();
}

function lastOf(orders: readonly Order[], is: (order: Order) => boolean): readonly Order[] {
  const last = orders.findLast(is);
  return last ? [last] : [];
}
