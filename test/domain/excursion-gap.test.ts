import { describe, expect, it } from 'vitest';
import { spansGap } from '../../server/domain/trade/excursions.ts';
import { aMark, anOpenTrade } from '../support/builders.ts';

const markedAt = (time: string, venue: 'SIMULATED' | 'TRADIER_SANDBOX') =>
  anOpenTrade({ venue, mark: aMark({ sourceTime: new Date(time), receivedAt: new Date(time) }) });

describe('a gap in the marks of a trade', () => {
  it.each([
    ['40 seconds of the session', '2026-03-10T15:00:00Z', '2026-03-10T15:00:40Z', false],
    ['three hours of the session', '2026-03-10T15:00:00Z', '2026-03-10T18:00:00Z', true],
    ['from one close to the next open', '2026-03-10T19:59:30Z', '2026-03-11T13:30:40Z', false],
    ['a missed first hour', '2026-03-10T19:59:30Z', '2026-03-11T14:30:00Z', true],
    ['a whole session between two', '2026-03-09T19:59:30Z', '2026-03-11T13:30:40Z', true],
    ['a week-end', '2026-03-13T19:59:30Z', '2026-03-16T13:30:40Z', false],
    ['after a half-day’s close', '2026-11-27T17:59:30Z', '2026-11-27T20:30:00Z', false],
  ])('%s: %s to %s', (_, from, to, gap) => {
    expect(spansGap(markedAt(from, 'TRADIER_SANDBOX'), new Date(to))).toBe(gap);
  });

  it('has no nights on a market that never closes', () => {
    const trade = markedAt('2026-03-10T23:00:00Z', 'SIMULATED');
    expect(spansGap(trade, new Date('2026-03-11T01:00:00Z'))).toBe(true);
  });
});
