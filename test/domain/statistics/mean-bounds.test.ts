import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERROR_SHARE } from '../../../server/domain/promotion/limits.ts';
import { daysNeeded } from '../../../server/domain/statistics/days-needed.ts';
import { fortuneByDay, fortunesAbove } from '../../../server/domain/statistics/fortunes.ts';
import { meanBounds } from '../../../server/domain/statistics/mean-bounds.ts';
import { stakedDays, type Outcome } from '../../../server/domain/statistics/staked-days.ts';
import { passedShare } from '../../bench/promotion/measure-promotion.ts';
import { coins, WITHOUT_EDGE } from '../../bench/promotion/simulated-strategies.ts';

const ERROR = { low: ERROR_SHARE, high: ERROR_SHARE };
const LATER = '2999-01-01';

function boundsAt(outcomes: readonly Outcome[], today: string, error = ERROR) {
  return meanBounds(outcomes, stakedDays(outcomes, today), error);
}

function days(nets: readonly number[], gainCap = 1): readonly Outcome[] {
  return nets.map((net, n) => {
    const date = `2026-${String(Math.floor(n / 28) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
    return { openedOn: date, closedOn: date, risk: 100, net: 100 * net, gainCap };
  });
}

describe('strategies without an edge, looked at after each trade', () => {
  it.each(WITHOUT_EDGE)('pass no oftener than the stated share: $name', (source) => {
    const { gate, fail } = passedShare(source, 250, 400);
    // Three standard errors above the share: 250 strategies are few.
    const most = ERROR_SHARE + 3 * Math.sqrt((ERROR_SHARE * (1 - ERROR_SHARE)) / 250);
    expect(gate).toBeLessThanOrEqual(most);
    // Heavy tails bring gains beyond any cap, so that their mean with capped gains does lie below 0.
    if (!source.name.startsWith('heavy tails')) expect(fail).toBeLessThanOrEqual(most);
  });

  it('pass an interval of one look far oftener, so that this measure can fail', () => {
    const shares = WITHOUT_EDGE.map((source) => passedShare(source, 100, 400).oneLook);
    expect(shares.filter((share) => share > 3 * ERROR_SHARE).length).toBeGreaterThan(5);
  });
});

it('an edge passes in the end', () => {
  expect(passedShare(coins(0.4), 100, 400)).toMatchObject({ gate: 1 });
});

describe('bounds of a mean result', () => {
  it('hold the mean between them, and lie on one side of 0 once it is clear', () => {
    const wins = days(Array.from({ length: 200 }, (_, n) => (n % 10 < 7 ? 1 : -1)));
    const { mean, low, high } = boundsAt(wins, LATER);
    expect(mean).toBeCloseTo(0.4, 12);
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(0.4);
    expect(high).toBeGreaterThan(0.4);
    const losses = wins.map((each) => ({ ...each, net: -each.net! }));
    expect(boundsAt(losses, LATER).high).toBeLessThan(0);
  });

  it('know nothing without a result, and of the first day alone', () => {
    expect(boundsAt([], LATER)).toEqual({ mean: null, low: null, high: null });
    expect(boundsAt(days([1]), LATER)).toEqual({ mean: 1, low: null, high: null });
  });

  it('take no loss yet for no proof: 37 small wins in a row are not enough, 300 are', () => {
    expect(boundsAt(days(Array(37).fill(0.02)), LATER).low).toBeLessThan(0);
    const many = Array.from({ length: 300 }, () => 0.02);
    expect(boundsAt(days(many), LATER).low).toBeGreaterThan(0);
  });

  it('count an open trade as lost until its day of closing is over', () => {
    const won = days(Array.from({ length: 60 }, (_, n) => (n % 10 < 8 ? 1 : -1)));
    const open = won.map((each, n) => (n < 30 ? each : { ...each, closedOn: null, net: null }));
    const closed = boundsAt(won, LATER);
    expect(boundsAt(open, LATER).low).toBeLessThan(closed.low!);
    const today = won.at(-1)!.openedOn;
    expect(boundsAt(won, today)).toEqual({
      ...boundsAt(won.slice(0, -1), LATER),
      mean: closed.mean,
    });
  });

  it('are wider the more sets of parameters share the error', () => {
    const wins = days(Array.from({ length: 100 }, (_, n) => (n % 10 < 7 ? 1 : -1)));
    const one = boundsAt(wins, LATER).low!;
    expect(boundsAt(wins, LATER, { ...ERROR, low: ERROR_SHARE / 100 }).low!).toBeLessThan(one);
  });

  it('are the same whatever the currency’s unit', () => {
    const wins = days(Array.from({ length: 50 }, (_, n) => (n % 3 === 0 ? -1 : 1)));
    const cents = wins.map((each) => ({ ...each, risk: each.risk * 100, net: each.net! * 100 }));
    expect(boundsAt(cents, LATER).low).toBeCloseTo(boundsAt(wins, LATER).low!, 10);
  });

  it('ruin for good what lost more than was said to be at risk', () => {
    // The boldest bettor staked 0.95 of its money, and owed more than it had.
    const results = [1, 1, 1, -2.5, ...Array.from({ length: 30 }, () => 1)];
    const [boldest, ...others] = fortunesAbove(stakedDays(days(results), LATER), 0);
    expect(boldest).toBe(0);
    expect(others.at(-1)).toBeGreaterThan(1);
    expect(boundsAt(days([1, -2.5]), LATER).low).toBe(-1);
  });
});

const RESULTS = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 20 }),
    held: fc.integer({ min: 0, max: 6 }),
    risk: fc.integer({ min: 1, max: 500 }),
    multiple: fc.integer({ min: -10, max: 30 }).map((tenths) => tenths / 10),
  }),
  { minLength: 1, maxLength: 40 },
);
const name = (day: number) => `2026-03-${String(day).padStart(2, '0')}`;

it('the fortune of a day is what one who looked then would have seen, whatever came later', () => {
  const run = fc.property(RESULTS, fc.integer({ min: 1, max: 27 }), (results, look) => {
    const outcomes = results
      .sort((a, b) => a.day - b.day)
      .map(({ day, held, risk, multiple }) => ({
        ...{ openedOn: name(day), closedOn: name(day + held), risk, net: risk * multiple },
        gainCap: 20,
      }));
    const dates = [...new Set(outcomes.flatMap((each) => [each.openedOn, each.closedOn]))].sort();
    const whole = fortuneByDay(stakedDays(outcomes, LATER));
    const seen = fortuneByDay(stakedDays(outcomes, name(look)));
    const last = dates.findLastIndex((date) => date < name(look));
    expect(seen.at(-1) ?? 1).toBeCloseTo(last === -1 ? 1 : whole[last]!, 9);
    expect(seen.every((fortune) => fortune >= 0)).toBe(true);
  });
  fc.assert(run, { numRuns: 300 });
});

it('the days needed are those after which the bound rises above 0, if they go on alike', () => {
  const pattern = (count: number) => Array.from({ length: count }, (_, n) => (n % 10 < 6 ? 1 : -1));
  const needed = daysNeeded(stakedDays(days(pattern(100)), LATER), ERROR_SHARE)!;
  expect(boundsAt(days(pattern(100 + Math.floor(0.7 * needed))), LATER).low).toBeLessThan(0);
  expect(boundsAt(days(pattern(100 + Math.ceil(1.3 * needed))), LATER).low).toBeGreaterThan(0);
  expect(daysNeeded(stakedDays(days([-1, -1, 1]), LATER), ERROR_SHARE)).toBeNull();
});
