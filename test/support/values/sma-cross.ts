import {
  SIGNAL,
  type SignalBars,
  type StrategyDefinition,
} from '../../../server/domain/strategy/definition.ts';

interface Parameters {
  readonly fast: number;
  readonly slow: number;
  readonly quantity: string;
}

/** Buys where the fast average of closes crosses above the slow one, sells where it crosses below. */
export const SMA_CROSS: StrategyDefinition = {
  ...{ title: 'Cross', description: 'A test', assetClasses: ['EQUITY'], parameters: {} },
  history: ({ slow }: Parameters) => slow + 1,
  create: ({ fast, slow, quantity }: Parameters) => {
    const closes: number[] = [];
    let before: number | null = null;
    const sign = () => {
      const sum = (n: number) => closes.slice(-n).reduce((a, b) => a + Math.round(b * 100), 0);
      return closes.length < slow ? null : Math.sign(sum(fast) * slow - sum(slow) * fast);
    };
    return {
      onBar: ({ symbol, close }, desk) => {
        if (closes.length === 0) {
          const past = desk.history(symbol, slow + 1).slice(0, -1);
          for (const bar of past) {
            closes.push(bar.close);
            before = sign();
          }
        }
        closes.push(close);
        if (closes.length > slow) closes.shift();
        const now = sign();
        const held = desk.position(symbol) !== null;
        if (now !== null && before !== null) {
          if (now > 0 && before <= 0 && !held) desk.enter({ symbol, side: 'BUY', quantity });
          if (now < 0 && before >= 0 && held) desk.exit(symbol);
        }
        before = now;
      },
    };
  },
  columnar: ({ fast, slow, quantity }: Parameters) => ({
    entry: { side: 'BUY', quantity },
    signals: (bars) => crossSignals(bars, fast, slow),
  }),
};

/** The signals of crosses, by sums of whole numbers, so that a tie is exact. */
export function crossSignals(
  { close, from, to }: SignalBars,
  fast: number,
  slow: number,
): Uint8Array | null {
  const signals = new Uint8Array(to - from);
  let [fastSum, slowSum, before, most] = [0, 0, Number.NaN, 0];
  for (let i = Math.max(from - slow - 1, 0); i < to; i += 1) {
    const units = close[i]!;
    const start = Math.max(from - slow - 1, 0);
    fastSum += units;
    slowSum += units;
    if (i - fast >= start) fastSum -= close[i - fast]!;
    if (i - slow >= start) slowSum -= close[i - slow]!;
    if (i - start + 1 < Math.max(fast, slow)) continue;
    const left = fastSum * slow;
    if (left > most) most = left;
    const now = left - slowSum * fast;
    if (i >= from) {
      if (now > 0 && before <= 0) signals[i - from] = SIGNAL.ENTER_IF_FLAT;
      else if (now < 0 && before >= 0) signals[i - from] = SIGNAL.EXIT_IF_HELD;
    }
    before = now;
  }
  return Number.isSafeInteger(most * 2) ? signals : null;
}
