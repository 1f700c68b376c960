import { describe, expect, it } from 'vitest';
import {
  lossStreak,
  resultsNeeded,
  type TradeResult,
} from '../../../server/domain/risk/loss-streak.ts';

const LAST = new Date('2026-03-10T19:00:00Z');
const results = (signs: string): TradeResult[] =>
  [...signs].map((each, at) => ({
    closedAt: new Date(LAST.getTime() - at * 60_000),
    sign: each === '-' ? -1 : each === '0' ? 0 : 1,
  }));
const most = (n: number | null, minutes: number | null = null) => ({
  ...{ maxConsecutiveLosses: n, lossCooldownMinutes: minutes },
});
const at = (time: string) => new Date(`2026-03-${time}Z`);

describe('losing trades in a row', () => {
  it.each<[string, string, number]>([
    ['none', '', 0],
    ['a winner last', '+---', 0],
    ['two since the last winner', '--+-', 2],
    ['a scratch breaks the row', '-0--', 1],
  ])('%s', (_, signs, losses) => {
    const streak = lossStreak(results(signs), [most(3)], LAST);
    expect(streak).toEqual({ losses, until: null, limit: 3 });
  });

  it('make entries wait for the cooldown after the last one’s close, and no longer', () => {
    const until = (now: string) => lossStreak(results('---'), [most(3, 45)], at(now)).until;
    expect(until('10T19:44:59')).toEqual(at('10T19:45:00'));
    expect(until('10T19:45:00')).toBeNull();
  });

  it('make entries wait until New York’s midnight without a cooldown, on nights of 23 hours too', () => {
    const until = (now: string) => lossStreak(results('---'), [most(3)], at(now)).until;
    expect(until('11T03:59:59')).toEqual(at('11T04:00:00'));
    expect(until('11T04:00:00')).toBeNull();
    const late = [{ closedAt: at('08T06:30:00'), sign: -1 as const }];
    expect(lossStreak(late, [most(1)], at('08T10:00:00')).until).toEqual(at('09T04:00:00'));
  });

  it('wait by each set of limits, the longest counts', () => {
    const sets = [most(2, 10), most(3, 60), most(4, 600), most(null, 900)];
    expect(lossStreak(results('---'), sets, LAST)).toEqual({
      ...{ losses: 3, limit: 2, until: at('10T20:00:00') },
    });
    expect(resultsNeeded(sets)).toBe(4);
    expect(resultsNeeded([most(null)])).toBe(0);
  });

  it('are none of anybody’s without a limit', () => {
    expect(lossStreak([], [most(null)], LAST)).toEqual({ losses: 0, until: null, limit: null });
  });
});
