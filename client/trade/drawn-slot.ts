import type { UTCTimestamp } from 'lightweight-charts';
import type { GridSlot } from './time-grid.ts';

export const NOT_DRAWN = 'transparent';

/** A slot's point on the line; what follows a gap is not drawn. */
export function drawnSlot(slot: GridSlot) {
  const time = timeOf(slot);
  if (slot.point?.price == null) return { time };
  const value = slot.point.price;
  return slot.beforeGap ? { time, value, color: NOT_DRAWN } : { time, value };
}

export function timeOf({ at }: GridSlot): UTCTimestamp {
  return at as UTCTimestamp;
}

export function priceOf({ point }: GridSlot): number {
  return point?.price ?? 0;
}
