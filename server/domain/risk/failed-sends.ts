import type { Tag } from '../ids.ts';
import type { OrderStatus } from '../order/order-status.ts';

/** One order of a submission, in its present state. */
export interface SentOrder {
  readonly tag: Tag;
  readonly status: OrderStatus;
  readonly sentAt: Date;
  readonly filled: boolean;
  /** Whether the venue has given it an id. */
  readonly atVenue: boolean;
}

/** A venue may take an order and refuse it a moment later: before this time its send is still undecided. */
const SETTLES_MS = 2 * 60_000;

type Fate = 'GOOD' | 'FAILED' | 'OPEN';

/** How many of the newest sends failed, down to the newest that did not. `orders` are the newest first. */
export function failedInRow(orders: readonly SentOrder[], now: Date): number {
  const sends = new Map<Tag, SentOrder[]>();
  for (const order of orders) sends.set(order.tag, [...(sends.get(order.tag) ?? []), order]);
  let failed = 0;
  for (const parts of sends.values()) {
    const fate = fateOf(parts, now);
    if (fate === 'GOOD') return failed;
    if (fate === 'FAILED') failed += 1;
  }
  return failed;
}

function fateOf(parts: readonly SentOrder[], now: Date): Fate {
  if (parts.some(({ filled }) => filled)) return 'GOOD';
  if (parts.some(({ status }) => status === 'REJECTED' || status === 'UNKNOWN')) return 'FAILED';
  const working = parts.filter(({ status }) => status === 'SUBMITTED' || status === 'ACCEPTED');
  if (working.length === 0) return parts.some(({ atVenue }) => atVenue) ? 'GOOD' : 'FAILED';
  const isSettled = working.every(
    ({ status, sentAt }) => status === 'ACCEPTED' && now.getTime() - sentAt.getTime() >= SETTLES_MS,
  );
  return isSettled ? 'GOOD' : 'OPEN';
}
