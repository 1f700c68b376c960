export interface ChartPoint {
  /** Seconds since 1970. */
  at: number;
  price: number | null;
  underlying: number | null;
}

export interface GridSlot {
  /** Seconds since 1970, on the grid. */
  at: number;
  /** The last point of the slot; nothing where none fell into it. */
  point: ChartPoint | null;
  /** No point for so long after this one that what lies between is not known. */
  beforeGap: boolean;
}

const SLOTS = 800;
const MOST_SLOTS = 1600;
/** In usual spacings of the trade's points. */
const GAP = 3;
const SHORTEST_GAP = 120;

/** Seconds a slot, so that the whole span has some hundreds of them. */
export function gridStep(points: readonly ChartPoint[], present: number | null): number {
  const span = (points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0);
  if (present !== null && span / present <= MOST_SLOTS) return present;
  return Math.max(1, Math.ceil(span / SLOTS));
}

/** A spacing from which on two neighbours have a gap between them. */
function gapFrom(points: readonly ChartPoint[]): number {
  const spacings = points.slice(1).map(({ at }, i) => at - (points[i]?.at ?? at));
  const usual = spacings.sort((a, b) => a - b)[Math.floor(spacings.length / 2)] ?? 0;
  return Math.max(SHORTEST_GAP, usual * GAP);
}

/**
 * Points on evenly spaced slots: the chart library draws one slot after the other whatever their
 * times, so only a slot for each instant makes two hours look longer than forty seconds.
 */
export function onGrid(points: readonly ChartPoint[], step: number): GridSlot[] {
  const first = points[0];
  if (!first) return [];
  const gap = gapFrom(points);
  const slots: GridSlot[] = [];
  points.forEach((point, i) => {
    const place = Math.round((point.at - first.at) / step);
    while (slots.length <= place) {
      slots.push({ at: first.at + slots.length * step, point: null, beforeGap: false });
    }
    const slot = slots[place];
    if (!slot) return;
    slot.point = point;
    slot.beforeGap = (points[i + 1]?.at ?? point.at) - point.at >= gap;
  });
  return slots;
}

export function countGaps(points: readonly ChartPoint[]): number {
  const gap = gapFrom(points);
  return points.filter(({ at }, i) => (points[i + 1]?.at ?? at) - at >= gap).length;
}
