import { dayOf, EXCHANGE_ZONE } from '../lib/times.ts';
import type { ChartPoint, GridSlot } from './chart-point.ts';

const SLOTS = 800;
const MOST_SLOTS = 1600;
/** Two points this many usual spacings apart have a gap between them. */
const GAP = 3;
const SHORTEST_GAP = 120;

/** Empty slots of a night or weekend: enough to be seen, too few to look like trading time. */
const NIGHT_SLOTS = 3;
const SHORTEST_NIGHT = 4 * 3600;

/** True when the exchange was closed between two points: they are far apart and on two exchange days. */
function isNight(from: number, to: number): boolean {
  const day = (at: number) => dayOf(at * 1000, EXCHANGE_ZONE);
  return to - from >= SHORTEST_NIGHT && day(from) !== day(to);
}

/** Spacings between neighbouring points, without nights if the venue `closes`. */
function spacings(points: readonly ChartPoint[], closes: boolean): number[] {
  return points
    .slice(1)
    .map(({ at }, i) => ({ from: points[i]?.at ?? at, at }))
    .filter(({ from, at }) => !(closes && isNight(from, at)))
    .map(({ from, at }) => at - from);
}

/** Seconds per slot, so that the whole span has some hundreds of slots. */
export function gridStep(
  points: readonly ChartPoint[],
  present: number | null,
  closes = false,
): number {
  const span = spacings(points, closes).reduce((sum, each) => sum + each, 0);
  if (present !== null && span / present <= MOST_SLOTS) return present;
  return Math.max(1, Math.ceil(span / SLOTS));
}

/** The smallest spacing that counts as a gap. */
function gapFrom(points: readonly ChartPoint[], closes: boolean): number {
  const sorted = spacings(points, closes).sort((a, b) => a - b);
  return Math.max(SHORTEST_GAP, (sorted[Math.floor(sorted.length / 2)] ?? 0) * GAP);
}

/**
 * Puts points on evenly spaced slots. The chart library draws slots side by side whatever their times, so
 * two hours are wider than forty seconds only if empty slots fill them. If the venue `closes`, its nights and
 * weekends are a few empty slots and no gap.
 */
export function onGrid(points: readonly ChartPoint[], step: number, closes = false): GridSlot[] {
  const first = points[0];
  if (!first) return [];
  const gap = gapFrom(points, closes);
  const slots: GridSlot[] = [];
  let skipped = 0;
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (before && closes && isNight(before.at, point.at)) {
      skipped += Math.max(0, Math.round((point.at - before.at) / step) - NIGHT_SLOTS);
    }
    const place = Math.round((point.at - first.at) / step) - skipped;
    while (slots.length <= place) {
      const at = first.at + (slots.length + skipped) * step;
      slots.push({ at, point: null, beforeGap: false });
    }
    const slot = slots[place];
    if (!slot) return;
    slot.point = point;
    const next = points[i + 1]?.at ?? point.at;
    slot.beforeGap = next - point.at >= gap && !(closes && isNight(point.at, next));
  });
  return slots;
}

export function countGaps(points: readonly ChartPoint[], closes = false): number {
  const gap = gapFrom(points, closes);
  return spacings(points, closes).filter((spacing) => spacing >= gap).length;
}

/** The place of an instant on the axis, in slots with fractions; extrapolated beyond the ends. */
export function slotOf(slots: readonly GridSlot[], at: number): number {
  const first = slots[0];
  if (!first) return 0;
  let low = 0;
  let high = slots.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((slots[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const from = slots[low]?.at ?? at;
  return low + (at - from) / paceAfter(slots, low);
}

export function instantAt(slots: readonly GridSlot[], place: number): number {
  const low = Math.min(Math.max(0, Math.floor(place)), Math.max(0, slots.length - 1));
  return (slots[low]?.at ?? 0) + (place - low) * paceAfter(slots, low);
}

/** Seconds from a slot to the next one; the first two slots set the pace beyond the ends. */
function paceAfter(slots: readonly GridSlot[], at: number): number {
  const here = slots[at];
  const next = slots[at + 1];
  if (here && next) return next.at - here.at;
  const [a, b] = slots;
  return a && b ? b.at - a.at : 60;
}
