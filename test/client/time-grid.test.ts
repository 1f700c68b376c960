import { describe, expect, it } from 'vitest';
import { countGaps, gridStep, onGrid } from '../../client/trade/time-grid.ts';

const HOUR = 3600;
const at = (seconds: number) => ({ at: seconds, price: seconds, underlying: null });
const regular = Array.from({ length: 20 }, (_, i) => at(i * 40));

describe('the time axis', () => {
  it('gives two hours a hundred and eighty times the room of forty seconds', () => {
    const points = [at(0), at(40), at(40 + 2 * HOUR)];
    const slots = onGrid(points, 1);
    const places = slots.flatMap(({ point }, i) => (point ? [i] : []));
    expect(places).toEqual([0, 40, 40 + 2 * HOUR]);
  });

  it('has some hundreds of slots whatever the span, and keeps them while it grows', () => {
    const week = [at(0), at(7 * 24 * HOUR)];
    const step = gridStep(week, null);
    expect(onGrid(week, step).length).toBeLessThanOrEqual(802);
    expect(gridStep([at(0), at(8 * 24 * HOUR)], step)).toBe(step);
    expect(gridStep([at(0), at(20 * 24 * HOUR)], step)).toBeGreaterThan(step);
  });

  it('marks where snapshots are missing, and nothing else', () => {
    const late = regular.map(({ at: second }) => at(second + 2 * HOUR));
    const points = [...regular, ...late];
    expect(countGaps(regular)).toBe(0);
    expect(countGaps(points)).toBe(1);
    const before = onGrid(points, 1).filter(({ beforeGap }) => beforeGap);
    expect(before.map(({ point }) => point?.at)).toEqual([19 * 40]);
  });

  it('draws nothing of nothing', () => {
    expect(onGrid([], 1)).toEqual([]);
    expect(countGaps([])).toBe(0);
  });
});
