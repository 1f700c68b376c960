import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  decodeSeries,
  encodeSeries,
  hashOfSeries,
} from '../../../server/adapters/strategy-host/columns/series-codec.ts';
import type { SeriesColumns } from '../../../server/adapters/strategy-host/columns/series-columns.ts';

const units = fc.oneof(
  fc.integer({ min: -1e15, max: 1e15 }),
  fc.integer({ min: 0, max: 300 }),
  fc.constant(NaN),
);
const series = fc
  .array(fc.record({ step: fc.integer({ min: 1, max: 1e7 }), open: units, iv: fc.double() }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows): SeriesColumns => {
    let at = 1_700_000_000_000;
    return {
      ...{ symbol: 'SPY', kind: 'bars', interval: 'ONE_MINUTE' },
      at: Float64Array.from(rows, ({ step }) => (at += step)),
      columns: new Map([
        ['open', { digits: 2, values: Float64Array.from(rows, ({ open }) => open) }],
        ['iv', { digits: null, values: Float64Array.from(rows, ({ iv }) => iv) }],
      ]),
    };
  });

it('columns come back as they were stored, of any length and with unknown values', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 1, max: 80 }), (few, times) => {
      const many = repeated(few, times);
      const back = decodeSeries(many, encodeSeries(many));
      expect([...back.at]).toEqual([...many.at]);
      for (const [name, { digits, values }] of many.columns) {
        expect(back.columns.get(name)!.digits).toBe(digits);
        const found = back.columns.get(name)!.values;
        expect(found.length).toBe(values.length);
        expect(
          found.every((value, at) => value === values[at] || (isNaN(value) && isNaN(values[at]!))),
        ).toBe(true);
      }
      expect(hashOfSeries(back)).toBe(hashOfSeries(many));
    }),
    { numRuns: 60 },
  );
});

/** Repeats a series so often that it is stored as several texts. */
function repeated(few: SeriesColumns, times: number): SeriesColumns {
  const rows = few.at.length * times;
  const cycle = (values: Float64Array) =>
    Float64Array.from({ length: rows }, (_, row) => values[row % values.length]!);
  return {
    ...few,
    at: Float64Array.from({ length: rows }, (_, row) => few.at[0]! + row * 60_000),
    columns: new Map(
      [...few.columns].map(([name, { digits, values }]) => [
        name,
        { digits, values: cycle(values) },
      ]),
    ),
  };
}
