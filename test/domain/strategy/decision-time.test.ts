import { describe, expect, it } from 'vitest';
import { newestBar } from '../../../server/domain/bars/newest-bar.ts';
import { instrumentOf } from '../../../server/domain/bars/instrument-of.ts';
import { actsUntil, waitsForOpen } from '../../../server/domain/strategy/decision-time.ts';

const SPY = instrumentOf('SPY').instrument;
/** A time in New York on Thursday, 12 March 2026, or on another day of that month. */
const at = (time: string, day = 12) =>
  new Date(`2026-03-${String(day).padStart(2, '0')}T${time}:00-04:00`);

describe('what was asked for at a bar’s end', () => {
  it('may be done for one interval within a session', () => {
    const asked = { end: at('11:00'), interval: 'FIVE_MINUTES' } as const;
    expect(actsUntil(asked, SPY, true)).toEqual(at('11:05'));
    expect(waitsForOpen(SPY, at('11:03'), true)).toBe(false);
  });

  it('waits for the next session after the last bar of one, over a weekend, too', () => {
    const asked = (day: number) => ({ end: at('16:00', day), interval: 'FIVE_MINUTES' }) as const;
    expect(actsUntil(asked(12), SPY, true)).toEqual(at('09:35', 13));
    expect(actsUntil(asked(13), SPY, true)).toEqual(at('09:35', 16));
    expect(waitsForOpen(SPY, at('16:00'), true)).toBe(true);
    expect(waitsForOpen(SPY, at('09:30', 13), true)).toBe(false);
  });

  it('waits for the opening of the same day before it', () => {
    const asked = { end: at('08:00'), interval: 'ONE_MINUTE' } as const;
    expect(actsUntil(asked, SPY, true)).toEqual(at('09:32'));
  });

  it('waits for nothing where the market never closes', () => {
    const asked = { end: at('16:00'), interval: 'ONE_MINUTE' } as const;
    expect(actsUntil(asked, SPY, false)).toEqual(at('16:01'));
    expect(waitsForOpen(SPY, at('23:00'), false)).toBe(false);
  });
});

describe('the newest bar that may be over', () => {
  const newest = (...asked: Parameters<typeof newestBar>) => new Date(newestBar(...asked));

  it('is the one that ends at or before the instant', () => {
    expect(newest('FIVE_MINUTES', at('11:05').getTime(), 'EQUITY')).toEqual(at('11:00'));
    expect(newest('FIVE_MINUTES', at('11:05').getTime() - 1, 'EQUITY')).toEqual(at('10:55'));
  });

  it('is of a share’s day once its session has closed, of a token’s once the day is over', () => {
    expect(newest('ONE_DAY', at('16:00').getTime(), 'EQUITY')).toEqual(at('00:00'));
    expect(newest('ONE_DAY', at('15:59').getTime(), 'EQUITY')).toEqual(at('00:00', 11));
    expect(newest('ONE_DAY', at('16:00').getTime(), 'TOKEN')).toEqual(at('00:00', 11));
  });
});
