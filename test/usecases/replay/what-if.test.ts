import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import {
  recordedOutcome,
  whatIf,
  type Course,
  type WhatIf,
} from '../../../server/usecases/replay/what-if-outcome.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aClosedTrade, anOpenTrade } from '../../support/values/builders.ts';

const minute = (count: number) => new Date(NOON.getTime() + count * 60_000);
/** One market a minute from NOON on, 0.10 wide. */
const path = (...bids: readonly string[]) =>
  bids.map((bid, at) => ({ at: minute(at), bid: dec(bid), ask: dec(bid).plus('0.10') }));

const AT_TOUCH = { fillModel: 'TOUCH', fillModelVersion: 'TOUCH v1' } as const;
const BRACKET = { stopLoss: dec('1.00'), takeProfit: dec('2.00'), stopLimit: null };

/** Bought at 1.50 at NOON. */
function course(trade: Trade, markets: Course['markets'], parts: Partial<Course> = {}): Course {
  const bought = { ...trade, ...AT_TOUCH, bracket: BRACKET };
  return {
    ...{ trade: bought, markets, closeAskedAt: null, closedInPart: false, movedExits: false },
    ...parts,
  };
}
const stopped = (at: number) =>
  aClosedTrade('100', '0.70', { status: 'SL_HIT', closeReason: 'SL_HIT', closedAt: minute(at) });
const sold = (at: number) => aClosedTrade('160', '0.70', { closedAt: minute(at) });
const asked = (parts: Partial<WhatIf>): WhatIf => ({
  ...{ fillModel: null, stopPct: null, takeProfitPct: null },
  ...parts,
});
const words = (outcome: ReturnType<typeof whatIf>) =>
  'unknownFrom' in outcome
    ? `unknown from ${outcome.unknownFrom.toISOString()}`
    : [
        outcome.entry?.toFixed(2) ?? '-',
        outcome.exit?.toFixed(2) ?? '-',
        outcome.how,
        outcome.net.toFixed(2),
      ].join(' ');

describe('what a trade would have come to', () => {
  it('is what it came to where nothing is otherwise', () => {
    for (const trade of [stopped(3), sold(3), anOpenTrade()]) {
      const same = course(trade, path('1.40', '1.30', '1.10', '1.00'));
      expect(whatIf(same, asked({}))).toEqual(recordedOutcome(same));
    }
  });

  it.each<[string, Course, Partial<WhatIf>, string]>([
    [
      'a nearer stop is reached at the first market beyond it, and sold at its bid',
      course(sold(4), path('1.40', '1.34', '1.28', '1.45', '1.60')),
      { stopPct: dec(10) },
      '1.50 1.34 STOP -16.70',
    ],
    [
      'a nearer stop that no market reaches changes nothing',
      course(sold(4), path('1.40', '1.40', '1.41', '1.45', '1.60')),
      { stopPct: dec(10) },
      '1.50 1.60 CLOSE 9.30',
    ],
    [
      'a nearer target is reached before the stop that ended it',
      course(stopped(4), path('1.40', '1.58', '1.66', '1.10', '1.00')),
      { takeProfitPct: dec(10) },
      '1.50 1.66 TARGET 15.30',
    ],
    [
      'a farther stop is not reached when the record ends',
      course(stopped(4), path('1.40', '1.20', '1.10', '1.05', '1.00')),
      { stopPct: dec(60) },
      `unknown from ${minute(4).toISOString()}`,
    ],
    [
      'a market after a person asked for a close is too late',
      course(sold(4), path('1.40', '1.45', '1.45', '1.20', '1.60'), { closeAskedAt: minute(3) }),
      { stopPct: dec(10) },
      '1.50 1.60 CLOSE 9.30',
    ],
    [
      'MID buys and sells in the middle',
      course(sold(3), path('1.40', '1.42', '1.44', '1.60'), { closeAskedAt: minute(3) }),
      { fillModel: 'MID' },
      '1.45 1.65 CLOSE 19.30',
    ],
    [
      'CROSS buys nothing at its very limit, and nobody knows of later',
      course(sold(3), path('1.40', '1.40', '1.40', '1.60')),
      { fillModel: 'CROSS' },
      `unknown from ${minute(3).toISOString()}`,
    ],
    [
      'a trade that was closed in part is not followed',
      course(sold(3), path('1.40', '1.00'), { closedInPart: true }),
      { stopPct: dec(10) },
      `unknown from ${NOON.toISOString()}`,
    ],
    [
      'a trade that is still held stays held while its stop is not reached',
      course(anOpenTrade({ fees: dec('0.35') }), path('1.40', '1.40')),
      { stopPct: dec(10) },
      '1.50 - OPEN -0.35',
    ],
    [
      'a short is stopped above its entry',
      course(
        { ...sold(3), side: 'SELL_TO_OPEN', entryCost: dec(-150) },
        path('1.40', '1.50', '1.70', '1.60'),
      ),
      { stopPct: dec(10) },
      '1.50 1.80 STOP -30.70',
    ],
  ])('%s', (_, recorded, parts, expected) => {
    expect(words(whatIf(recorded, asked(parts)))).toBe(expected);
  });
});
