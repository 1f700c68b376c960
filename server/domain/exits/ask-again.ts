import type { Order } from '../order/order.ts';
import { isRestingExit } from './exit-session.ts';

/** The pause after a refusal before the same request goes out again: `firstMs`, doubling each time. */
export interface Pace {
  readonly firstMs: number;
  readonly longestMs: number;
}

const LONGEST_PAUSE_MS = 60 * 60_000;
const EXITS: Pace = { firstMs: 5 * 60_000, longestMs: LONGEST_PAUSE_MS };
/** Five refusals reach the longest pause: 5, 10, 20, 40, 60 minutes. */
const REMEMBERED = 5;

/**
 * Whether to ask a venue again for exits that it refused: after five minutes, doubling with each refusal up
 * to an hour. The reason for the refusal may be gone; the desk watches meanwhile.
 */
export function mayAskAgain(refused: readonly Order[], now: Date): boolean {
  return pauseIsOver(refused, EXITS, now);
}

/** `refused` has at least one order. Orders of one submission count as one refusal. */
export function pauseIsOver(refused: readonly Order[], pace: Pace, now: Date): boolean {
  const times = new Set(refused.map(({ tag }) => tag)).size;
  const last = Math.max(...refused.map(({ updatedAt }) => updatedAt.getTime()));
  const pause = Math.min(pace.firstMs * 2 ** (times - 1), pace.longestMs);
  return now.getTime() - last >= pause;
}

/**
 * The refused resting exits that decide when to ask again: those of the last five refused submissions, and
 * all of the last hour. Older ones do not lengthen the pause.
 */
export function refusalsThatCount(orders: readonly Order[], now: Date): readonly Order[] {
  const refused = orders.filter(
    (order) => (order.status === 'REJECTED' || order.status === 'DENIED') && isRestingExit(order),
  );
  const newest = new Set([...new Set(refused.map(({ tag }) => tag))].slice(-REMEMBERED));
  return refused.filter(
    ({ tag, updatedAt }) =>
      newest.has(tag) || now.getTime() - updatedAt.getTime() <= LONGEST_PAUSE_MS,
  );
}
