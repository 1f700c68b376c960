import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';

const START = Date.UTC(2024, 0, 1);
const MINUTE = 60_000;

/** A walk of one-minute bars in cents, the same each time, around the clock. */
export function benchBars(count: number, symbol = 'BENCH/USD'): BarColumns {
  const column = () => new Float64Array(new SharedArrayBuffer(count * 8));
  const [at, open, high, low, close, volume] = Array.from({ length: 6 }, column);
  let [seed, price] = [12_345, 50_000];
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed / 0x80000000;
  };
  for (let i = 0; i < count; i += 1) {
    const next = Math.max(1_000, price + Math.round((random() - 0.5) * 60));
    at![i] = START + i * MINUTE;
    [open![i], close![i], volume![i]] = [price, next, 100];
    [high![i], low![i]] = [Math.max(price, next) + 3, Math.min(price, next) - 3];
    price = next;
  }
  return {
    ...{ symbol, interval: 'ONE_MINUTE', digits: 2, at: at!, open: open!, high: high! },
    ...{ low: low!, close: close!, volumeDigits: 0, volume: volume! },
  };
}
