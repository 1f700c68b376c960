import type { Order } from '../order/order.ts';
import { isRestingExit } from './exit-session.ts';
import { pauseIsOver } from './ask-again.ts';
import { LATE_FILL_MS } from '../order/ended-order.ts';

/** The pause is 1, 2, 4 and then always 5 minutes. */
const PACE = { firstMs: 60_000, longestMs: 5 * 60_000 };

/**
 * Whether the desk itself may send another close: at once, then with growing pauses while the venue refuses.
 * A fill or a person's close resets the pauses; a refusal counts for as long as `ordersThatCount` keeps it. A
 * person's own close is never held back.
 */
export function mayCloseAgain(orders: readonly Order[], now: Date): boolean {
  const since = Math.max(
    now.getTime() - LATE_FILL_MS,
    ...orders.map(({ fills }) => fills.at(-1)?.filledAt.getTime() ?? 0),
    ...orders.filter(({ role }) => role === 'CLOSE').map(({ placedAt }) => placedAt.getTime()),
  );
  const refused = orders.filter(
    (order) =>
      order.status === 'REJECTED' &&
      order.role !== 'ENTRY' &&
      !isRestingExit(order) &&
      order.updatedAt.getTime() >= since,
  );
  return refused.length === 0 || pauseIsOver(refused, PACE, now);
}
