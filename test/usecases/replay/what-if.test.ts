import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { newTrail } from '../../../server/domain/trade/trail-stop.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { whatIf } from '../../../server/usecases/replay/what-if.ts';
import {
  recordedOutcome,
  type Course,
  type WhatIf,
} from '../../../server/usecases/replay/what-if-outcome.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aClosedTrade, anOpenTrade, aToken } from '../../support/values/builders.ts';

const minute = (count: number) => new Date(NOON.getTime() + count * 60_000);
/** Markets that are 0.10 wide, one for each minute from NOON on. */
const path = (...bids: readonly string[]) =>
  bids.map((bid, at) => ({ at: minute(at), bid: dec(bid), ask: dec(bid).plus('0.10') }));

const AT_TOUCH = { fillModel: 'TOUCH', fillModelVersion: 'TOUCH v1' } as const;
const BRACKET = { stopLoss: dec('1.00'), takeProfit: dec('2.00'), stopLimit: null };

/** The course of a trade bought at 1.50 at NOON. */
function course(trade: Trade, markets: Course['markets'], parts: Partial<Course> = {}): Course {
  const bought = { ...trade, ...AT_TOUCH, bracket: BRACKET };
  return {
    ...{ trade: bought, markets, closeAskedAt: null, parts: [] },
    ...{ reviewedFrom: null, movedExitsAt: null },
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

const OPENED = (stopped(4).openedAt ?? NOON).toISOString();
const TRAIL = newTrail(dec(20), BRACKET);
/** A trade of ten bought at 1.50; half of them are sold at 1.40 two minutes later. */
const ten = (at: number) =>
  aClosedTrade('1500', '7', {
    ...{ quantity: dec(10), filledQuantity: dec(10), exitedQuantity: dec(10) },
    ...{ entryCost: dec(1500), closedAt: minute(at) },
  });
const half = { at: minute(2), quantity: dec(5), price: dec('1.40') };
const waits = anOpenTrade({ status: 'NEEDS_REVIEW' });

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
      'a part that was closed before the stop stays closed at its price',
      course(ten(4), path('1.40', '1.45', '1.45', '1.34', '1.60'), { parts: [half] }),
      { stopPct: dec(10) },
      '1.50 1.37 STOP -137.00',
    ],
    [
      'a part that a stop comes before is not closed any more',
      course(ten(4), path('1.40', '1.34', '1.45', '1.45', '1.60'), { parts: [half] }),
      { stopPct: dec(10) },
      '1.50 1.34 STOP -167.00',
    ],
    [
      'a part is closed by another model at the market of its moment',
      course(ten(3), path('1.40', '1.42', '1.44', '1.60'), {
        ...{ parts: [half], closeAskedAt: minute(3) },
      }),
      { fillModel: 'MID' },
      '1.45 1.57 CLOSE 113.00',
    ],
    [
      'a trail is no more where another stop stands',
      course({ ...sold(4), trail: TRAIL }, path('1.40', '1.45', '1.34', '1.45', '1.60')),
      { stopPct: dec(10) },
      '1.50 1.34 STOP -16.70',
    ],
    [
      'a trail does as recorded where a target alone is otherwise',
      course({ ...stopped(4), trail: TRAIL }, path('1.40', '1.45', '1.50', '1.10', '1.00')),
      { takeProfitPct: dec(10) },
      '1.50 1.00 STOP -50.70',
    ],
    [
      'a trail from another entry is not recorded',
      course({ ...stopped(4), trail: TRAIL }, path('1.40', '1.45', '1.50', '1.10', '1.00')),
      { fillModel: 'MID' },
      `unknown from ${OPENED}`,
    ],
    [
      'a stop before a person moved the exits is known',
      course(sold(4), path('1.40', '1.34', '1.45', '1.45', '1.60'), { movedExitsAt: minute(2) }),
      { stopPct: dec(10) },
      '1.50 1.34 STOP -16.70',
    ],
    [
      'what comes after a person moved the exits is not',
      course(sold(4), path('1.40', '1.45', '1.45', '1.34', '1.60'), { movedExitsAt: minute(2) }),
      { stopPct: dec(10) },
      `unknown from ${minute(2).toISOString()}`,
    ],
    [
      'a trade that waits for a person is known until then',
      course(waits, path('1.40', '1.45', '1.45', '1.34'), { reviewedFrom: minute(2) }),
      { stopPct: dec(10) },
      `unknown from ${minute(2).toISOString()}`,
    ],
    [
      'a trade that a person has settled ends as they said',
      course(sold(4), path('1.40', '1.45', '1.45', '1.34'), { reviewedFrom: minute(2) }),
      { stopPct: dec(10) },
      '1.50 1.60 CLOSE 9.30',
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

describe('what a token would have come to', () => {
  const fetching = (...bids: readonly string[]) =>
    bids.map((bid, at) => ({ at: minute(at), bid: dec(bid), ask: null }));
  const token = (trade: Trade) => ({ ...trade, instrument: aToken(), side: 'BUY' as const });
  /** A trade of a hundred tokens bought for 150 dollars. */
  const bought = (parts: Partial<Trade>) =>
    token(
      aClosedTrade('160', '0.30', {
        ...{ quantity: dec(100), filledQuantity: dec(100), exitedQuantity: dec(100) },
        ...{ closedAt: minute(5), ...parts },
      }),
    );

  it.each<[string, Course, Partial<WhatIf>, string]>([
    [
      'a nearer stop is reached by two looks in a row, and sold at what all of it fetches',
      course(bought({}), fetching('1.49', '1.34', '1.50', '1.33', '1.32', '1.60')),
      { stopPct: dec(10) },
      '1.50 1.32 STOP -18.30',
    ],
    [
      'one look beyond its stop is none',
      course(bought({}), fetching('1.49', '1.34', '1.50', '1.33', '1.50', '1.60')),
      { stopPct: dec(10) },
      '1.50 1.60 CLOSE 9.70',
    ],
    [
      'a nearer target is sold where all of it fetches that',
      course(bought({}), fetching('1.49', '1.54', '1.56', '1.33', '1.32', '1.60')),
      { takeProfitPct: dec(4) },
      '1.50 1.56 TARGET 5.70',
    ],
    [
      'what is still held has no sale whose cost was recorded',
      course(token(anOpenTrade({ filledQuantity: dec(100) })), fetching('1.4', '0.5', '0.5')),
      { stopPct: dec(10) },
      `unknown from ${minute(2).toISOString()}`,
    ],
    [
      'no fill model is asked about it',
      course(bought({}), fetching('1.49', '1.34')),
      { fillModel: 'MID' },
      `unknown from ${OPENED}`,
    ],
  ])('%s', (_, recorded, parts, expected) => {
    expect(words(whatIf(recorded, asked(parts)))).toBe(expected);
  });
});
