import { describe, expect, it } from 'vitest';
import { downsample } from '../../../server/domain/book/downsample.ts';
import type { CashMove } from '../../../server/domain/book/cash-move.ts';
import type { PriceTick } from '../../../server/domain/book/curve-prices.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { curveOf } from '../../support/values/curve-of.ts';

const at = (second: number): Date => new Date(second * 1000);
const deposit = (second: number, amount: string): CashMove => ({
  ...{ kind: 'DEPOSIT', at: at(second), amount: dec(amount) },
});
const fill = (second: number, cashFlow: string, size: number, price?: string): CashMove => ({
  ...{ kind: 'TRADE', at: at(second), tradeId: 't', cashFlow: dec(cashFlow), size: dec(size) },
  price: price === undefined ? null : dec(price),
});
const tick = (second: number, price: string): PriceTick => ({
  ...{ at: at(second), tradeId: 't', price: dec(price) },
});
const curve = (
  moves: CashMove[],
  ticks: PriceTick[] = [],
  { from = 0, to = 100, before = {} }: { from?: number; to?: number; before?: object } = {},
) =>
  curveOf(
    moves,
    {
      ticks,
      before: new Map(Object.entries(before).map(([id, price]) => [id, dec(price as string)])),
    },
    { from: at(from), to: at(to) },
  ).map((point) => [
    point.at.getTime() / 1000,
    point.cash.toFixed(),
    point.equity?.toFixed() ?? null,
  ]);

const BOUGHT = [deposit(1, '1000'), fill(10, '-150.35', 100)];

describe('an equity curve', () => {
  it.each([
    ['is empty for an empty book', curve([]), []],
    [
      'knows cash at each move',
      curve([deposit(1, '1000'), deposit(5, '-0.10')]),
      [
        [1, '1000', '1000'],
        [5, '999.9', '999.9'],
      ],
    ],
    [
      'has no equity until its positions have a price',
      curve(BOUGHT, [tick(12, '1.60'), tick(14, '1.70')]),
      [
        [1, '1000', '1000'],
        [10, '849.65', null],
        [12, '849.65', '1009.65'],
        [14, '849.65', '1019.65'],
      ],
    ],
    [
      'uses the price at the fill',
      curve([deposit(1, '1000'), fill(10, '-150', 100, '1.45')]),
      [
        [1, '1000', '1000'],
        [10, '850', '995'],
      ],
    ],
    [
      'values a short position as a debt',
      curve([deposit(1, '1000'), fill(10, '150', -100)], [tick(12, '1.20')]).slice(-1),
      [[12, '1150', '1030']],
    ],
    [
      'is cash again once all is sold, whatever is quoted afterwards',
      curve([...BOUGHT, fill(20, '19.30', 0)], [tick(12, '1.60'), tick(30, '9')]).slice(-1),
      [[20, '1019.3', '1019.3']],
    ],
    [
      'is one point when several things happen at once',
      curve([deposit(1, '1000'), fill(10, '-150', 100), fill(10, '-149', 50)], [tick(10, '2')]),
      [
        [1, '1000', '1000'],
        [10, '851', '951'],
      ],
    ],
    [
      'begins with the state before its span',
      curve(BOUGHT, [tick(60, '2')], { from: 50, before: { t: '1.5' } }),
      [
        [50, '849.65', '999.65'],
        [60, '849.65', '1049.65'],
      ],
    ],
    ['ends with its span', curve(BOUGHT, [], { to: 9 }), [[1, '1000', '1000']]],
  ])('%s', (_name, points, expected) => expect(points).toEqual(expected));

  it('has at most 500 points, including the first, the last and the extremes', () => {
    const prices = Array.from({ length: 5_000 }, (_, n) =>
      n === 1_234 ? '9' : n === 4_321 ? '0.01' : `1.${n % 90}`,
    );
    const ticks = prices.map((price, n) => tick(20 + n, price));
    const points = curve(BOUGHT, ticks, { to: 9_999 });
    expect(points.length).toBeLessThanOrEqual(500);
    expect(points.length).toBeGreaterThan(400);
    expect(points[0]).toEqual([1, '1000', '1000']);
    expect(points.at(-1)?.[0]).toBe(20 + 4_999);
    expect(points.map(([second]) => second)).toEqual(
      expect.arrayContaining([20 + 1_234, 20 + 4_321]),
    );
    const seconds = points.map(([second]) => Number(second));
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
  });
});

it('keeps every point of a short curve', () => {
  const points = [1, 2, 3].map(dec);
  expect(downsample(points, 3, (one, other) => one.lessThan(other))).toBe(points);
});
