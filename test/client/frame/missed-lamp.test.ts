import { expect, it } from 'vitest';
import { missedLamp } from '../../../client/frame/lamp-states.ts';

const gap = (count: number, cause: string) => ({
  ...{ from: '2026-03-10T15:00:00Z', to: '2026-03-10T15:05:00Z', count, cause },
});
const day = { date: '2026-03-10', expected: 340, taken: 326 };

it('says how many marks were missed today and why, the most frequent cause first', () => {
  const gaps = [gap(2, 'no quote'), gap(4, 'desk was not running'), gap(8, 'desk was not running')];
  expect(missedLamp({ ...day, gaps })).toEqual({
    name: 'Snapshots',
    text: '14 missed',
    lit: 'caution',
    tip: 'Today 14 of 340 marks were missed: 12 desk was not running; 2 no quote',
  });
});

it('is dark when none was missed', () => {
  expect(missedLamp({ ...day, taken: 340, gaps: [] })).toBeNull();
});
