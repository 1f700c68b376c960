import type { UTCTimestamp } from 'lightweight-charts';
import type { GridSlot } from './chart-point.ts';

export const NOT_DRAWN = 'transparent';

/** A slot's point on the line; the segment over a gap is transparent. */
export function drawnSlot(slot: GridSlot) {
  const time = timeOf(slot);
  if (slot.point?.price == null) return { time };
  const value = slot.point.price;
  return slot.beforeGap ? { time, value, color: NOT_DRAWN } : { time, value };
}

/** A slot's candle; only its time when nothing traded. */
export function drawnCandle(slot: GridSlot) {
  const time = timeOf(slot);
  const candle = slot.point?.candle;
  if (!candle) return { time };
  const { open, high, low, close } = candle;
  return { time, open, high, low, close };
}

export function timeOf({ at }: GridSlot): UTCTimestamp {
  return at as UTCTimestamp;
}

export function priceOf({ point }: GridSlot): number {
  return point?.price ?? 0;
}
