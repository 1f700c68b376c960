import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '../../../server/domain/bars/aggregate.ts';
import { barEnd, dateOfDailyBar } from '../../../server/domain/bars/bar-times.ts';
import { BAR_PRICES, numberOf } from '../../../server/domain/bars/bar-columns.ts';
import { missingBars } from '../../../server/domain/bars/missing-bars.ts';
import { officialClose } from '../../../server/domain/bars/official-close.ts';
import { newYorkInstant } from '../../../server/domain/calendar/new-york-time.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { mergeCandles } from '../../../server/domain/market/merge-candles.ts';
import { barsOf, type Row } from '../../support/values/backtests.ts';

const at = (date: string, minutes: number) => newYorkInstant(date, minutes).getTime();
const OPEN = 570;
const rows = (n: number, first = 100): Row[] =>
  Array.from({ length: n }, (_, i) => [first + i, first + i + 2, first + i - 1, first + i + 1]);

describe('a bar is complete', () => {
  it.each([
    ['a minute later', 'ONE_MINUTE', at('2024-03-12', 600), at('2024-03-12', 601), 'EQUITY'],
    ['an hour later', 'ONE_HOUR', at('2024-03-12', 930), at('2024-03-12', 990), 'EQUITY'],
    ['at the close of its day', 'ONE_DAY', at('2024-03-12', 0), at('2024-03-12', 960), 'EQUITY'],
    ['at 13:00 of a half-day', 'ONE_DAY', at('2024-11-29', 0), at('2024-11-29', 780), 'EQUITY'],
    [
      'at the close where it starts at the opening',
      'ONE_DAY',
      at('2024-03-12', OPEN),
      at('2024-03-12', 960),
      'EQUITY',
    ],
    [
      'at the close where it starts at midnight in UTC',
      'ONE_DAY',
      Date.parse('2024-03-12T00:00:00Z'),
      at('2024-03-12', 960),
      'EQUITY',
    ],
    [
      'after 24 hours of a token',
      'ONE_DAY',
      Date.parse('2024-03-10T00:00:00Z'),
      Date.parse('2024-03-11T00:00:00Z'),
      'TOKEN',
    ],
    ['after 23 hours of a token', 'ONE_DAY', at('2024-03-10', 0), at('2024-03-11', 0), 'TOKEN'],
    ['after 25 hours of one', 'ONE_DAY', at('2024-11-03', 0), at('2024-11-04', 0), 'TOKEN'],
  ] as const)('%s', (_, interval, start, end, assetClass) => {
    expect(barEnd(interval, start, assetClass)).toBe(end);
  });

  it.each(['2024-03-11', '2024-11-04', '2025-03-10', '2025-11-03'])(
    'at the close on %s, after clocks were changed',
    (date) => {
      expect(dateOfDailyBar(at(date, 0))).toBe(date);
      expect(barEnd('ONE_DAY', at(date, 0), 'EQUITY')).toBe(at(date, 960));
    },
  );
});

describe('longer bars', () => {
  it('are built as candles are merged', () => {
    const start = at('2024-03-12', 240);
    const gaps = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        gaps,
        fc.constantFrom('FIVE_MINUTES' as const, 'ONE_HOUR' as const),
        (after, interval) => {
          const fine = barsOf(
            rows(after.length).map((row, n) => [...row, after[n]!]),
            { start },
          );
          const long = aggregate(fine, interval, 'EQUITY');
          const candle = (columns: typeof fine, i: number) => ({
            at: new Date(columns.at[i]!),
            ...Object.fromEntries(
              BAR_PRICES.map((name) => [name, numberOf(columns[name][i]!, columns.digits)]),
            ),
            volume: columns.volume[i]!,
          });
          const merged = mergeCandles(
            Array.from(fine.at, (_, i) => {
              const { at: when, volume } = candle(fine, i);
              const price = (name: (typeof BAR_PRICES)[number]) =>
                dec(numberOf(fine[name][i]!, fine.digits));
              const [open, high, low, close] = BAR_PRICES.map(price);
              return {
                at: when,
                volume: dec(volume),
                open: open!,
                high: high!,
                low: low!,
                close: close!,
              };
            }),
            interval,
          );
          expect(Array.from(long.at, (_, i) => candle(long, i))).toEqual(
            merged.map(({ at: when, open, high, low, close, volume }) => ({
              ...{ at: when, open: open.toNumber(), high: high.toNumber() },
              ...{ low: low.toNumber(), close: close.toNumber(), volume: volume!.toNumber() },
            })),
          );
        },
      ),
    );
  });

  it('of a day begin with an hour that the opening lies in', () => {
    const hours = barsOf(rows(8), { interval: 'ONE_HOUR', start: at('2024-03-12', 540) });
    const day = aggregate(hours, 'ONE_DAY', 'EQUITY');
    expect([[...day.at], [...day.open], [...day.close]]).toEqual([
      [at('2024-03-12', 0)],
      [100],
      [107],
    ]);
    const early = barsOf(rows(9), { interval: 'ONE_HOUR', start: at('2024-03-12', 480) });
    expect(aggregate(early, 'ONE_DAY', 'EQUITY').open[0]).toBe(101);
  });

  it('of a day are of regular hours alone, half-days and changed clocks included', () => {
    for (const [date, close] of [
      ['2024-03-11', 960],
      ['2024-11-04', 960],
      ['2024-11-29', 780],
    ] as const) {
      const before: Row[] = [
        [1, 1, 1, 1],
        [10, 12, 9, 11, OPEN - 300],
      ];
      const after: Row[] = [
        [20, 21, 19, 20, close - OPEN - 1],
        [99, 99, 99, 99, 1],
      ];
      const fine = barsOf([...before, ...after], { start: at(date, 300) });
      const day = aggregate(fine, 'ONE_DAY', 'EQUITY');
      expect([[...day.at], [...day.open], [...day.high], [...day.low], [...day.close]]).toEqual([
        [at(date, 0)],
        [10],
        [21],
        [9],
        [20],
      ]);
    }
  });

  it('of a token’s day are of New York’s, every hour of it, 23 where the clocks change', () => {
    const fine = barsOf(rows(48), {
      symbol: 'mint',
      interval: 'ONE_HOUR',
      start: Date.parse('2024-03-09T12:00:00Z'),
    });
    const days = aggregate(fine, 'ONE_DAY', 'TOKEN');
    expect([...days.at].map((start) => new Date(start).toISOString())).toEqual([
      '2024-03-09T05:00:00.000Z',
      '2024-03-10T05:00:00.000Z',
      '2024-03-11T04:00:00.000Z',
    ]);
    expect([...days.open]).toEqual([100, 117, 140]);
  });
});

describe('missing bars', () => {
  it('are those of regular hours between the first and the last', () => {
    const minutes = (from: number, n: number, date = '2024-03-12') =>
      barsOf(rows(n), { start: at(date, from) });
    expect(missingBars(minutes(OPEN, 390), 'EQUITY')).toBe(0);
    expect(
      missingBars(
        barsOf([...rows(2), [1, 1, 1, 1, 5]], { start: at('2024-03-12', OPEN) }),
        'EQUITY',
      ),
    ).toBe(4);
    // From 15:00 on Friday to 10:00 on Monday, over the change of clocks.
    const weekend: Row[] = [
      [1, 1, 1, 1],
      [1, 1, 1, 1, 3 * 1440 - 60 - 300],
    ];
    expect(missingBars(barsOf(weekend, { start: at('2024-03-08', 900) }), 'EQUITY')).toBe(59 + 30);
    const eve: Row[] = [
      [1, 1, 1, 1],
      [1, 1, 1, 1, 3 * 1440 - 20],
    ];
    expect(missingBars(barsOf(eve, { start: at('2024-11-29', 770) }), 'EQUITY')).toBe(9 + 180);
  });

  it('before and after hours are none, and on weekends', () => {
    const early: Row[] = [
      [1, 1, 1, 1],
      [1, 1, 1, 1, 300],
    ];
    expect(missingBars(barsOf(early, { start: at('2024-03-12', 240) }), 'EQUITY')).toBe(0);
  });

  it('of a token are of all hours', () => {
    const gap: Row[] = [
      [1, 1, 1, 1],
      [1, 1, 1, 1, 3 * 1440],
    ];
    expect(
      missingBars(barsOf(gap, { symbol: 'mint', start: at('2024-03-08', 900) }), 'TOKEN'),
    ).toBe(3 * 1440 - 1);
  });

  it('of days are trading days, and of hours may start on the half hour', () => {
    const days: Row[] = [
      [1, 1, 1, 1],
      [1, 1, 1, 1, 4],
    ];
    expect(
      missingBars(barsOf(days, { interval: 'ONE_DAY', start: at('2024-03-28', 0) }), 'EQUITY'),
    ).toBe(0);
    expect(
      missingBars(barsOf(days, { interval: 'ONE_DAY', start: at('2024-04-01', 0) }), 'EQUITY'),
    ).toBe(3);
    const hours: Row[] = [
      [1, 1, 1, 1],
      [1, 1, 1, 1, 24],
    ];
    expect(
      missingBars(barsOf(hours, { interval: 'ONE_HOUR', start: at('2024-03-12', OPEN) }), 'EQUITY'),
    ).toBe(6);
  });
});

describe('an official close', () => {
  const minutes = barsOf(
    [
      [1, 1, 1, 1],
      [5, 5, 5, 5],
      [9, 9, 9, 9],
    ],
    { start: at('2024-03-12', 958) },
  );

  it('is the daily bar’s, else that of the last bar in regular hours', () => {
    const daily = barsOf([[7, 7, 7, 7]], { interval: 'ONE_DAY', start: at('2024-03-12', 0) });
    expect(officialClose([minutes, daily], '2024-03-12')).toMatchObject({ units: 7 });
    expect(officialClose([minutes], '2024-03-12')).toMatchObject({ units: 5 });
  });

  it('is unknown for another date, for one without a session, and without bars', () => {
    expect(officialClose([minutes], '2024-03-13')).toBeNull();
    expect(officialClose([minutes], '2024-03-16')).toBeNull();
    expect(officialClose([], '2024-03-12')).toBeNull();
  });
});
