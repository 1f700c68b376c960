import type { Order } from '../order/order.ts';

const FIRST_PAUSE_MS = 5 * 60_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

/**
 * Whether a venue that refused the same exits is asked for them again: five minutes later, after each
 * refusal twice as long, in the end once an hour. What it lacked may have come; the desk watches meanwhile.
 */
export function mayAskAgain(refused: readonly Order[], now: Date): boolean {
  const times = new Set(refused.map(({ tag }) => tag)).size;
  const last = Math.max(...refused.map(({ updatedAt }) => updatedAt.getTime()));
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (times - 1), LONGEST_PAUSE_MS);
  return now.getTime() - last >= pause;
}
