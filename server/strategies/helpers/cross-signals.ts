import { SIGNAL, type SignalBars } from '../../domain/strategy/definition.ts';

/**
 * What a cross of two averages asks for at each bar's end, by running sums of whole units: a tie is a tie. Null
 * where a sum is more than a double holds exactly.
 */
export function crossSignals(
  { close, from, to }: SignalBars,
  fast: number,
  slow: number,
): Uint8Array | null {
  const longest = Math.max(fast, slow);
  const start = Math.max(from - longest, 0);
  const signals = new Uint8Array(to - from);
  // The first bar that has both averages.
  const full = Math.min(start + longest - 1, to);
  let [fastSum, slowSum] = [0, 0];
  for (let at = start; at < full; at += 1) {
    if (at > full - fast) fastSum += close[at]!;
    if (at > full - slow) slowSum += close[at]!;
  }
  let [before, most] = [Number.NaN, 0];
  for (let at = full; at < to; at += 1) {
    fastSum += close[at]!;
    slowSum += close[at]!;
    const left = fastSum * slow;
    const right = slowSum * fast;
    if (left > most) most = left;
    if (right > most) most = right;
    const now = left - right;
    if (now > 0) {
      if (before <= 0 && at >= from) signals[at - from] = SIGNAL.ENTER_IF_FLAT;
    } else if (now < 0 && before >= 0 && at >= from) signals[at - from] = SIGNAL.EXIT_IF_HELD;
    before = now;
    fastSum -= close[at - fast + 1]!;
    slowSum -= close[at - slow + 1]!;
  }
  return Number.isSafeInteger(most) ? signals : null;
}
