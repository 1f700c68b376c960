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
  let [fastSum, slowSum, before, most] = [0, 0, Number.NaN, 0];
  for (let at = start; at < to; at += 1) {
    fastSum += close[at]!;
    slowSum += close[at]!;
    if (at - fast >= start) fastSum -= close[at - fast]!;
    if (at - slow >= start) slowSum -= close[at - slow]!;
    const [left, right] = [fastSum * slow, slowSum * fast];
    most = Math.max(most, left, right);
    if (at - start + 1 < longest) continue;
    const now = left - right;
    if (at >= from) {
      if (now > 0 && before <= 0) signals[at - from] = SIGNAL.ENTER_IF_FLAT;
      else if (now < 0 && before >= 0) signals[at - from] = SIGNAL.EXIT_IF_HELD;
    }
    before = now;
  }
  return Number.isSafeInteger(most) ? signals : null;
}
