import { describe, expect, it } from 'vitest';
import { countGaps, gridStep, instantAt, onGrid, slotOf } from '../../../client/trade/time-grid.ts';

const HOUR = 3600;
const at = (seconds: number) => ({ at: seconds, price: seconds, underlying: null });
const regular = Array.from({ length: 20 }, (_, i) => at(i * 40));

describe('the time axis', () => {
  it('gives two hours 180 times the space of forty seconds', () => {
    const points = [at(0), at(40), at(40 + 2 * HOUR)];
    const slots = onGrid(points, 1);
    const places = slots.flatMap(({ point }, i) => (point ? [i] : []));
    expect(places).toEqual([0, 40, 40 + 2 * HOUR]);
  });

  it('has some hundred slots for any span, and keeps them while it grows', () => {
    const week = [at(0), at(7 * 24 * HOUR)];
    const step = gridStep(week, null);
    expect(onGrid(week, step).length).toBeLessThanOrEqual(802);
    expect(gridStep([at(0), at(8 * 24 * HOUR)], step)).toBe(step);
    expect(gridStep([at(0), at(20 * 24 * HOUR)], step)).toBeGreaterThan(step);
  });

  it('marks only missing snapshots', () => {
    const late = regular.map(({ at: second }) => at(second + 2 * HOUR));
    const points = [...regular, ...late];
    expect(countGaps(regular)).toBe(0);
    expect(countGaps(points)).toBe(1);
    const before = onGrid(points, 1).filter(({ beforeGap }) => beforeGap);
    expect(before.map(({ point }) => point?.at)).toEqual([19 * 40]);
  });

  it('is empty without snapshots', () => {
    expect(onGrid([], 1)).toEqual([]);
    expect(countGaps([])).toBe(0);
  });
});

describe('the time axis of a venue with nights', () => {
  // 15:59 and 16:00 in New York, then 09:30 and 09:31 of the next day.
  const evening = Date.parse('2026-11-10T20:59:00Z') / 1000;
  const morning = Date.parse('2026-11-11T14:30:00Z') / 1000;
  const days = [at(evening), at(evening + 60), at(morning), at(morning + 60)];

  it('gives a night the space of a few slots and does not mark it as a gap', () => {
    expect(countGaps(days, true)).toBe(0);
    expect(countGaps(days, false)).toBe(1);
    const slots = onGrid(days, 60, true);
    expect(slots.flatMap(({ point }, i) => (point ? [i] : []))).toEqual([0, 1, 4, 5]);
    expect(slots.every(({ at: time }, i) => i === 0 || time > (slots[i - 1]?.at ?? 0))).toBe(true);
    expect(slots[4]?.at).toBe(morning);
    expect(gridStep(days, null, true)).toBe(1);
  });

  it('converts between instants and places, including nights', () => {
    const slots = onGrid(days, 60, true);
    expect(slotOf(slots, evening + 30)).toBeCloseTo(0.5);
    expect(slotOf(slots, morning + 30)).toBeCloseTo(4.5);
    for (const place of [-1, 0.25, 1.5, 3.75, 4.5, 7]) {
      expect(slotOf(slots, instantAt(slots, place))).toBeCloseTo(place, 6);
    }
  });
});
