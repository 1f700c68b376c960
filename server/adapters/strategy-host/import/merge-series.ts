import { MOST_UNITS } from '../../../domain/bars/units.ts';
import {
  inDigits,
  PRICES,
  sharedColumn,
  type SeriesColumns,
  type ValueColumn,
} from '../columns/series-columns.ts';
import type { ImportErrors } from './import-errors.ts';
import type { BuiltSeries } from './series-builder.ts';

/** The rows of both series; a row that is stored already must be equal. */
export function mergeSeries(
  stored: SeriesColumns,
  { columns: added, lines }: BuiltSeries,
  errors: ImportErrors,
): SeriesColumns {
  const names = [...new Set([...stored.columns.keys(), ...added.columns.keys()])];
  const pairs = names.map((name) => pairOf(name, stored, added));
  const prices: readonly string[] = PRICES[added.kind];
  for (const { name, digits } of pairs)
    if (digits === null && prices.includes(name))
      errors.add(lines[0]!, name, 'Has too many digits beside the rows that are there.');
  const order = mergedOrder(stored.at, added.at);
  for (const { from, other } of order) {
    if (from === null || other === null) continue;
    const differing = pairs.find(({ one, two }) => !same(one[from]!, two[other]!));
    if (differing) errors.add(lines[other]!, differing.name, 'Differs from the row that is there.');
  }
  const at = sharedColumn(order.length);
  for (const [row, { from, other }] of order.entries())
    at[row] = from === null ? added.at[other!]! : stored.at[from]!;
  const columns = new Map(
    pairs.map(({ name, digits, one, two }): [string, ValueColumn] => {
      const values = sharedColumn(order.length);
      for (const [row, { from, other }] of order.entries())
        values[row] = from === null ? two[other!]! : one[from]!;
      return [name, { digits, values }];
    }),
  );
  return { ...added, at, columns };
}

interface Pair {
  readonly name: string;
  readonly digits: number | null;
  readonly one: Float64Array;
  readonly two: Float64Array;
}

/** Both columns in the digits that both need. Prices of one series have the same digits. */
function pairOf(name: string, stored: SeriesColumns, added: SeriesColumns): Pair {
  const of = (series: SeriesColumns): ValueColumn =>
    series.columns.get(name) ?? { digits: 0, values: new Float64Array(series.at.length).fill(NaN) };
  const [one, two] = [of(stored), of(added)];
  if (one.digits === null || two.digits === null) return { name, digits: null, ...plain(one, two) };
  const digits = Math.max(one.digits, two.digits);
  const [left, right] = [inDigits(one, digits), inDigits(two, digits)];
  if (fits(left) && fits(right)) return { name, digits, one: left, two: right };
  return { name, digits: null, ...plain(one, two) };
}

function plain(one: ValueColumn, two: ValueColumn) {
  const numbers = ({ digits, values }: ValueColumn) =>
    digits === null ? values : values.map((value) => Number(`${value}e-${digits}`));
  return { one: numbers(one), two: numbers(two) };
}

function fits(values: Float64Array): boolean {
  return values.every((value) => !(Math.abs(value) > MOST_UNITS));
}

function same(one: number, two: number): boolean {
  return one === two || (Number.isNaN(one) && Number.isNaN(two));
}

interface Place {
  /** The row in the first series; null when it has none at this time. */
  readonly from: number | null;
  readonly other: number | null;
}

function mergedOrder(one: Float64Array, two: Float64Array): Place[] {
  const order: Place[] = [];
  let [from, other] = [0, 0];
  while (from < one.length || other < two.length) {
    const [left, right] = [one[from] ?? Infinity, two[other] ?? Infinity];
    order.push({ from: left <= right ? from : null, other: right <= left ? other : null });
    if (left <= right) from += 1;
    if (right <= left) other += 1;
  }
  return order;
}
