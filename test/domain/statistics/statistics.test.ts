import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec, sum, ZERO, type Decimal } from '../../../server/domain/decimal.ts';
import {
  meanEstimate,
  rateEstimate,
  ratioEstimate,
} from '../../../server/domain/statistics/estimate.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { aClosedTrade, aTrade } from '../../support/values/builders.ts';
import { statsOf } from '../../support/values/figures-of.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const minute = (n: number) => new Date(NOON.getTime() + n * 60_000);

describe('intervals', () => {
  // Wilson 1927; figures of R's prop.test(correct = FALSE).
  it.each([
    [8, 10, 0.490162, 0.943318],
    [0, 10, 0, 0.277533],
    [10, 10, 0.722467, 1],
    [1, 1, 0.206549, 1],
    [50, 100, 0.403832, 0.596168],
  ])('of %i wins in %i lie between %d and %d', (wins, n, low, high) => {
    const estimate = rateEstimate(wins, n);
    expect(estimate).toMatchObject({ value: wins / n, n });
    expect(estimate.low).toBeCloseTo(low, 5);
    expect(estimate.high).toBeCloseTo(high, 5);
  });

  it('of a mean use Student’s t: known quantiles at 1, 2, 9 and 29 degrees of freedom', () => {
    for (const [n, t] of [
      [2, 12.7062],
      [3, 4.30265],
      [10, 2.26216],
      [30, 2.04523],
    ] as const) {
      const values = Array.from({ length: n }, (_, index) => index);
      const { value, low, high } = meanEstimate(values);
      const mean = (n - 1) / 2;
      const deviation = Math.sqrt(
        values.reduce((total, x) => total + (x - mean) ** 2, 0) / (n - 1),
      );
      expect(value).toBeCloseTo(mean, 10);
      expect((high! - low!) / 2 / (deviation / Math.sqrt(n))).toBeCloseTo(t, 3);
    }
  });

  it('are unknown when too few trades define them', () => {
    const unknown = { value: null, low: null, high: null };
    expect(rateEstimate(0, 0)).toEqual({ ...unknown, n: 0 });
    expect(meanEstimate([])).toEqual({ ...unknown, n: 0 });
    expect(meanEstimate([5])).toEqual({ value: 5, low: null, high: null, n: 1 });
    expect(ratioEstimate([1, 2], [0, 0])).toEqual({ ...unknown, n: 2 });
  });

  it('of a profit factor contain the ratio', () => {
    const { value, low, high } = ratioEstimate([3, 0, 2, 0], [0, 1, 0, 1]);
    expect(value).toBeCloseTo(2.5, 10);
    expect(low! > 0 && low! < 2.5 && high! > 2.5).toBe(true);
    expect(low! * high!).toBeCloseTo(2.5 ** 2, 8);
  });
});

describe('a summary', () => {
  const trades = [
    aClosedTrade('250', '0.70', { openedAt: NOON, closedAt: minute(10), closeReason: 'TP_HIT' }),
    aClosedTrade('100', '0.70', { openedAt: NOON, closedAt: minute(20), closeReason: 'SL_HIT' }),
    aClosedTrade('90', '0.70', { openedAt: NOON, closedAt: minute(30), closeReason: 'SL_HIT' }),
    aClosedTrade('150.70', '0.70', { openedAt: NOON, closedAt: minute(40) }),
    aTrade({ status: 'CANCELED', phase: 'CLOSED', closeReason: 'CANCELED' }),
  ];

  it('counts wins after fees, and leaves out entries that never filled', () => {
    const stats = statsOf(trades);
    expect(stats).toMatchObject({ trades: 4, wins: 1, losses: 2, scratches: 1 });
    expect(stats).toMatchObject({ longestLosingStreak: 2, exposureMinutes: 100 });
    expect(stats.winRate).toMatchObject({ value: 0.25, n: 4 });
    expect(stats.averageWin?.toFixed()).toBe('99.3');
    expect(stats.averageLoss?.toFixed()).toBe('-55.7');
    expect(stats.totalPnl.toFixed()).toBe('-12.1');
    expect(stats.fees.toFixed()).toBe('2.8');
    expect(stats.maxDrawdown.toFixed()).toBe('111.4');
    expect(stats.profitFactor.value).toBeCloseTo(99.3 / 111.4, 10);
    const groups = stats.byClose.map(
      ({ reason, count, pnl }) => `${reason} ${count} ${pnl.toFixed()}`,
    );
    expect(groups).toEqual(['TP_HIT 1 99.3', 'SL_HIT 2 -111.4', 'MANUAL_CLOSE 1 0']);
  });

  it('of no trades is empty', () => {
    const stats = statsOf([]);
    expect(stats).toMatchObject({ trades: 0, averageWin: null, averageLoss: null, byClose: [] });
    expect(stats.totalPnl.isZero() && stats.maxDrawdown.isZero()).toBe(true);
  });

  it('adds up to its trades, to the last decimal, for 1,000 random books', () => {
    const money = (low: number) => fc.bigInt({ min: BigInt(low) * 10n ** 12n, max: 10n ** 16n });
    const exact = (units: bigint): Decimal => dec(units.toString()).div('1e12');
    const trade = fc
      .record({
        proceeds: money(-9000).map(exact),
        fees: money(0).map(exact),
        closeReason: fc.constantFrom('TP_HIT', 'SL_HIT', 'MANUAL_CLOSE', 'EXPIRED_OTM' as const),
      })
      .map(({ proceeds, fees, closeReason }): Trade => {
        return aClosedTrade(proceeds.toFixed(), fees.toFixed(), { closeReason });
      });
    const run = fc.property(fc.array(trade, { maxLength: 25 }), (book) => {
      const stats = statsOf(book);
      let units = 0n;
      for (const { realizedPnl, fees } of book) units += asUnits(realizedPnl) - asUnits(fees);
      expect(asUnits(stats.totalPnl)).toBe(units);
      expect(sum(stats.byClose.map(({ pnl }) => pnl)).toFixed()).toBe(stats.totalPnl.toFixed());
      expect(stats.wins + stats.losses + stats.scratches).toBe(book.length);
      expect(stats.maxDrawdown.greaterThanOrEqualTo(ZERO)).toBe(true);
    });
    fc.assert(run, { seed: 23, numRuns: 1000 });
  });
});

/** A value in units of 10^-12 dollars, counted without our own arithmetic. */
function asUnits(value: Decimal): bigint {
  const [whole = '', part = ''] = value.abs().toFixed().split('.');
  const units = BigInt(whole + part.padEnd(12, '0'));
  return value.isNegative() ? -units : units;
}
