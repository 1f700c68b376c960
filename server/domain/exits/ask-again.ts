import type { Order } from '../order/order.ts';
import { isRestingExit } from './exit-session.ts';

/** How long a refusal keeps the desk from asking for the same again: `firstMs`, each time twice as long. */
export interface Pace {
  readonly firstMs: number;
  readonly longestMs: number;
}

const LONGEST_PAUSE_MS = 60 * 60_000;
const EXITS: Pace = { firstMs: 5 * 60_000, longestMs: LONGEST_PAUSE_MS };
/** So many refusals make the longest pause: 5, 10, 20, 40, 60 minutes. */
const REMEMBERED = 5;

/**
 * Whether a venue that refused the same exits is asked for them again: five minutes later, after each
 * refusal twice as long, in the end once an hour. What it lacked may have come; the desk watches meanwhile.
 */
export function mayAskAgain(refused: readonly Order[], now: Date): boolean {
  return pauseIsOver(refused, EXITS, now);
}

/** `refused`: one or more; those of one submission are one refusal. */
export function pauseIsOver(refused: readonly Order[], pace: Pace, now: Date): boolean {
  const times = new Set(refused.map(({ tag }) => tag)).size;
  const last = Math.max(...refused.map(({ updatedAt }) => updatedAt.getTime()));
  const pause = Math.min(pace.firstMs * 2 ** (times - 1), pace.longestMs);
  return now.getTime() - last >= pause;
}

/**
 * The refused resting exits that say when exits are asked for again: those of the last five submissions
 * that were refused, and all of the last hour. An older one makes no pause longer.
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
