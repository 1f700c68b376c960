import { describe, expect, it } from 'vitest';
import { candleSlots, chartCandles } from '../../../client/trade/candle-slots.ts';
import { candleAxis } from '../../../client/trade/chart-axis.ts';
import { candleSpan } from '../../../client/trade/intervals.ts';
import { levelSteps } from '../../../client/trade/travel.ts';

const HOUR = 3600;
const candle = (at: string) => ({ at, open: '1', high: '3', low: '0.5', close: '2' });
/** 14:30 and 15:30 in New York, then 09:30 of the next day. */
const TIMES = ['2026-11-18T19:30:00Z', '2026-11-18T20:30:00Z', '2026-11-19T14:30:00Z'];
const seconds = (time: string) => Date.parse(time) / 1000;

describe('candles of a trade', () => {
  it('carry the underlying’s close of the same interval', () => {
    const under = [{ ...candle(TIMES[1] ?? ''), close: '601.5' }];
    const drawn = chartCandles(TIMES.slice(0, 2).map(candle), under);
    expect(drawn.map(({ underlying }) => underlying)).toEqual([null, 601.5]);
    expect(drawn[0]).toMatchObject({ open: 1, high: 3, low: 0.5, close: 2 });
  });

  it('leave space within a day when nothing traded, and none for a night', () => {
    const drawn = chartCandles(
      [TIMES[0], TIMES[1], TIMES[2]].map((at) => candle(at ?? '')),
      [],
    );
    const late = chartCandles([candle('2026-11-19T17:30:00Z')], []);
    const slots = candleSlots([...drawn, ...late], HOUR);
    expect(slots.map(({ point }) => point !== null)).toEqual([
      ...[true, true, true],
      ...[false, false],
      true,
    ]);
  });

  it('place each instant at its share of their width, and a night at their edge', () => {
    const slots = candleSlots(chartCandles(TIMES.map(candle), []), HOUR);
    const axis = candleAxis(slots, HOUR);
    const [first = 0, second = 0, third = 0] = TIMES.map(seconds);
    expect(axis.placeOf(first)).toBe(-0.5);
    expect(axis.placeOf(second + HOUR / 2)).toBe(1);
    expect(axis.placeOf(second + 9 * HOUR)).toBe(1.5);
    expect(axis.placeOf(third + HOUR / 4)).toBe(1.75);
    expect(axis.instantAt(1)).toBe(second + HOUR / 2);
    expect(axis.slotAt(second + HOUR - 1)).toBe(1);
    for (const at of [first + 60, second + 1800, third + 7 * HOUR])
      expect(axis.instantAt(axis.placeOf(at))).toBeCloseTo(at, 3);
  });

  it('are requested from before the entry to after the end, within the API’s limit', () => {
    const now = Date.parse('2026-11-20T17:04:00Z');
    const lived = { placedAt: '2026-11-18T15:02:00Z', closedAt: '2026-11-18T16:01:00Z' };
    const span = candleSpan(lived, HOUR, now);
    expect(new Date(span.from).toISOString()).toBe('2026-11-17T15:00:00.000Z');
    expect(span).toMatchObject({ to: Date.parse('2026-11-19T17:00:00Z'), cut: false });

    const old = { placedAt: '2026-08-18T15:02:00Z', closedAt: null };
    const long = candleSpan(old, 300, now);
    expect(long).toMatchObject({ to: null, cut: true });
    expect((now - long.from) / 300_000).toBeLessThan(5000);
    expect(candleSpan(old, 86_400, now).cut).toBe(false);
    // The request stays the same throughout an interval, so it is not sent again.
    expect(candleSpan(old, 300, now + 30_000)).toEqual(long);
  });
});

it('draws no stop and no target after the end of a trade', () => {
  const event = (occurredAt: string, stopLoss: string) => ({ occurredAt, trade: { stopLoss } });
  const [second, first] = [event('2026-11-18T16:00:00Z', '2'), event('2026-11-18T15:00:00Z', '1')];
  const steps = levelSteps([second, first], '2026-11-18T16:00:00Z');
  expect(steps.map(({ stop }) => stop)).toEqual([1, null]);
  expect(levelSteps([second, first]).map(({ stop }) => stop)).toEqual([1, 2]);
});
