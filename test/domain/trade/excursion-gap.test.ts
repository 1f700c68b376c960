import { describe, expect, it } from 'vitest';
import { spansGap } from '../../../server/domain/trade/excursions.ts';
import { AAPL, aMark, anOpenTrade, SPY_CALL } from '../../support/values/builders.ts';

/** A mark of an option that trades until 16:15. */
const markedAt = (time: string, venue: 'SIMULATED' | 'TRADIER_SANDBOX', parts = {}) => {
  const mark = aMark({ sourceTime: new Date(time), receivedAt: new Date(time) });
  return anOpenTrade({ venue, mark, ...parts });
};

describe('a gap in the marks of a trade', () => {
  it.each([
    ['40 seconds of the session', '2026-03-10T15:00:00Z', '2026-03-10T15:00:40Z', false],
    ['three hours of the session', '2026-03-10T15:00:00Z', '2026-03-10T18:00:00Z', true],
    ['from one close to the next open', '2026-03-10T20:14:30Z', '2026-03-11T13:30:40Z', false],
    ['a missed last quarter of an hour', '2026-03-10T19:59:30Z', '2026-03-11T13:30:40Z', true],
    ['a missed first hour', '2026-03-10T20:14:30Z', '2026-03-11T14:30:00Z', true],
    ['a whole session between two', '2026-03-09T19:59:30Z', '2026-03-11T13:30:40Z', true],
    ['a week-end', '2026-03-13T20:14:30Z', '2026-03-16T13:30:40Z', false],
    ['after its last day', '2026-03-27T19:59:30Z', '2026-03-30T15:30:00Z', false],
  ])('%s: %s to %s', (_, from, to, gap) => {
    expect(spansGap(markedAt(from, 'TRADIER_SANDBOX'), new Date(to))).toBe(gap);
  });

  it('is none after the close of a half-day, at 13:00 for shares', () => {
    const marked = (time: string, parts = {}) =>
      spansGap(markedAt(time, 'TRADIER_SANDBOX', parts), new Date('2026-11-27T20:30:00Z'));
    const later = { instrument: { ...SPY_CALL, expiration: '2026-12-18' } };
    expect(marked('2026-11-27T17:59:30Z', { instrument: AAPL })).toBe(false);
    expect(marked('2026-11-27T17:59:30Z', later)).toBe(true);
    expect(marked('2026-11-27T18:14:30Z', later)).toBe(false);
  });

  it('is not covered by a mark that was stale when it came', () => {
    const at = (time: string) => new Date(`2026-03-10T${time}Z`);
    const seen = { sourceTime: at('14:00:00'), receivedAt: at('15:00:00') };
    const trade = anOpenTrade({ venue: 'TRADIER_SANDBOX', mark: aMark(seen) });
    expect(spansGap(trade, at('15:00:40'))).toBe(true);
    const heard = { ...trade, mark: aMark({ ...seen, sourceTime: at('14:50:00') }) };
    expect(spansGap(heard, at('15:00:40'))).toBe(false);
  });

  it('has no nights on a market that never closes', () => {
    const trade = markedAt('2026-03-10T23:00:00Z', 'SIMULATED');
    expect(spansGap(trade, new Date('2026-03-11T01:00:00Z'))).toBe(true);
  });
});
