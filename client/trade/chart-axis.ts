import type { GridSlot } from './chart-point.ts';
import { instantAt, slotOf } from './time-grid.ts';

/** Converts between instants (seconds since 1970) and places on the drawn axis (slots). */
export interface ChartAxis {
  readonly slots: readonly GridSlot[];
  placeOf(at: number): number;
  instantAt(place: number): number;
  /** The index of the slot that contains an instant. */
  slotAt(at: number): number;
  /** The exclusive end of a slot, in seconds since 1970. */
  endOf(slot: GridSlot): number;
}

const within = (index: number, slots: readonly GridSlot[]) =>
  Math.min(Math.max(0, slots.length - 1), Math.max(0, index));

/** Slots are instants; an instant between two belongs to the nearer one. */
export function markAxis(slots: readonly GridSlot[]): ChartAxis {
  return {
    slots,
    placeOf: (at) => slotOf(slots, at),
    instantAt: (place) => instantAt(slots, place),
    slotAt: (at) => within(Math.round(slotOf(slots, at)), slots),
    endOf: ({ at }) => at + 1,
  };
}

/** Slots are spans of `step` seconds, drawn around their place; a night between two has no width. */
export function candleAxis(slots: readonly GridSlot[], step: number): ChartAxis {
  const begun = (at: number) => within(Math.floor(slotOf(slots, at)), slots);
  const beginning = (index: number) => slots[index]?.at ?? 0;
  return {
    slots,
    placeOf: (at) => {
      const index = begun(at);
      const share = (at - beginning(index)) / step;
      return index - 0.5 + (index < slots.length - 1 ? Math.min(1, share) : share);
    },
    instantAt: (place) => {
      const index = within(Math.floor(place + 0.5), slots);
      return beginning(index) + (place + 0.5 - index) * step;
    },
    slotAt: begun,
    endOf: ({ at }) => at + step,
  };
}
