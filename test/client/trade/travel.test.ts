import { describe, expect, it } from 'vitest';
import {
  eventAfter,
  eventBefore,
  eventsSince,
  instantOf,
  levelSteps,
} from '../../../client/trade/travel.ts';

const event = (second: number, stop: string | null = null, target: string | null = null) => ({
  occurredAt: new Date(second * 1000).toISOString(),
  trade: { stopLoss: stop, takeProfit: target },
});
// Newest first, as served; two happened at the same instant.
const events = [event(30, '2', '9'), event(20, '1', '9'), event(20, '1', '9'), event(10)];

describe('travelling through a trade’s time', () => {
  it('steps back from now to the last event, and event by event to the first', () => {
    expect(eventBefore(events, null)).toBe(30_000);
    expect(eventBefore(events, 30_000)).toBe(20_000);
    expect(eventBefore(events, 20_000)).toBe(10_000);
    expect(eventBefore(events, 10_000)).toBeNull();
  });

  it('steps forward until it reaches now', () => {
    expect(eventAfter(events, 10_000)).toBe(20_000);
    expect(eventAfter(events, 25_000)).toBe(30_000);
    expect(eventAfter(events, 30_000)).toBeNull();
    expect(eventAfter(events, null)).toBeNull();
  });

  it('counts the events since then', () => {
    expect(eventsSince(events, 10_000)).toBe(3);
    expect(eventsSince(events, 30_000)).toBe(0);
  });

  it('reads an instant from the address, and treats anything else as now', () => {
    expect(instantOf('1970-01-01T00:00:20.000Z')).toBe(20_000);
    expect(instantOf('yesterday')).toBeNull();
    expect(instantOf(null)).toBeNull();
  });

  it('has one step for each change of stop and target', () => {
    expect(levelSteps(events)).toEqual([
      { at: 10, stop: null, target: null },
      { at: 20, stop: 1, target: 9 },
      { at: 30, stop: 2, target: 9 },
    ]);
  });
});
