import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { DriftTrade } from '../../../server/domain/drift/drift-trade.ts';
import { decidedBy, standingAt } from '../../../server/domain/drift/standing-at.ts';

const END = 1_000;

function aTrade(decidedAt: number, endedAt: number | null, reason = 'MANUAL_CLOSE' as const) {
  const leg = { market: dec(1), lateMs: 0 };
  const result = {
    leg: { at: endedAt, ...leg },
    ...{ proceeds: dec(2), fees: dec(0), reason },
  };
  return {
    ...{ id: 't', symbol: 'SPY', side: 'BUY', multiplier: 1, decidedAt, ordinal: 0 },
    ...{ quantity: dec(1), cost: dec(1), leg: { at: decidedAt, ...leg }, result },
  } satisfies DriftTrade;
}

describe('trades as they stood at the end of a day', () => {
  it('are those that were decided by then, and go on when they ended later', () => {
    const [before, across, later] = [aTrade(10, END), aTrade(END, END + 1), aTrade(END + 1, 2_000)];
    expect(standingAt([before, across, later], END)).toEqual([before, { ...across, result: null }]);
    expect(decidedBy([across, later], END)).toEqual([across]);
  });

  it('are over where a person settled them, and where their contract expired that day', () => {
    const settled = aTrade(10, null);
    const expired = { ...aTrade(10, END + 1) };
    const otm = { ...expired, result: { ...expired.result, reason: 'EXPIRED_OTM' as const } };
    expect(standingAt([settled, otm], END)).toEqual([settled, otm]);
  });
});
