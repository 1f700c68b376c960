import { fillVersion, type FillModel } from '../matching/fill-model.ts';
import { calibrate, calibratedError } from './calibration.ts';
import { meanEstimate, type Estimate } from './estimate.ts';
import { ORDERED, type StatsDimension } from './segment-keys.ts';
import { PLAIN_MODELS, SPREAD, type ShadowColumns } from './shadow-columns.ts';

/** How far a model's fills lie from the venue's: the mean of the absolute distances, per share or unit. */
export interface FillDistance {
  readonly cents: Estimate;
  /** As a share of the bid-ask width; fills in a market without one are left out. */
  readonly ofSpread: Estimate;
  /** Fills whose market is known, but in which the model would not have filled. */
  readonly refused: number;
}

/** The same for markets of one width. */
export interface SpreadError extends FillDistance {
  readonly spread: string;
}

export interface FillError extends FillDistance {
  readonly model: FillModel;
  readonly version: string;
  /** Null: all fills. */
  readonly dimension: StatsDimension | null;
  readonly key: string | null;
  /** Empty but for all fills. */
  readonly bySpread: readonly SpreadError[];
}

interface Shadow {
  readonly model: FillModel;
  readonly version: string;
  /** Dollars per share or unit; NaN: refused. */
  readonly errorOf: (row: number) => number;
  readonly counts: (row: number) => boolean;
}

const CENTS = 100;

/**
 * Each model's fills against the venue's in these rows, all together and by hour and days to expiry. CALIBRATED, as
 * it is fitted to the earlier fills of all rows, counts in later ones only.
 */
export function fillErrors(columns: ShadowColumns, rows: Int32Array): readonly FillError[] {
  const { width } = columns.rows.numbers;
  const measured = rows.filter((row) => !Number.isNaN(width[row]!));
  const shadows = [...plainShadows(columns), calibratedShadow(columns)];
  const all = shadows.map((shadow) => ({
    ...{ model: shadow.model, version: shadow.version, dimension: null, key: null },
    ...distance(columns, measured, shadow),
    bySpread: groupsOf(columns, measured, 'SPREAD').map(([spread, group]) => ({
      spread,
      ...distance(columns, group, shadow),
    })),
  }));
  const parts = (['HOUR', 'DTE'] as const).flatMap((dimension) =>
    groupsOf(columns, measured, dimension).flatMap(([key, group]) =>
      shadows.map(({ model, version, ...rest }) => ({
        ...{ model, version, dimension, key, bySpread: [] },
        ...distance(columns, group, { model, version, ...rest }),
      })),
    ),
  );
  return [...all, ...parts];
}

function plainShadows({ rows }: ShadowColumns): Shadow[] {
  return PLAIN_MODELS.map((model) => ({
    ...{ model, version: fillVersion({ fillModel: model, fillFit: null }) },
    errorOf: (row) => rows.numbers[model][row]!,
    counts: () => true,
  }));
}

function calibratedShadow(columns: ShadowColumns): Shadow {
  const { fit, from } = calibrate(columns);
  const { rows } = columns;
  return {
    ...{ model: 'CALIBRATED', version: fillVersion({ fillModel: 'CALIBRATED', fillFit: fit }) },
    errorOf: (row) => (fit ? calibratedError(rows, row, fit) : NaN),
    counts: (row) => fit !== null && from !== null && rows.numbers.filledAt[row]! >= +from,
  };
}

function distance({ rows }: ShadowColumns, group: Int32Array, shadow: Shadow): FillDistance {
  const { width } = rows.numbers;
  const [cents, shares] = [[] as number[], [] as number[]];
  let refused = 0;
  for (const row of group) {
    if (!shadow.counts(row)) continue;
    const error = shadow.errorOf(row);
    if (Number.isNaN(error)) {
      refused += 1;
      continue;
    }
    cents.push(error * CENTS);
    if (width[row]! > 0) shares.push(error / width[row]!);
  }
  return { cents: atLeastZero(cents), ofSpread: atLeastZero(shares), refused };
}

/** No distance is below 0, so no bound is. */
function atLeastZero(values: readonly number[]): Estimate {
  const estimate = meanEstimate(values);
  return { ...estimate, low: estimate.low && Math.max(0, estimate.low) };
}

/** The rows of each range, in the order of the ranges; hours by name. */
function groupsOf(
  { rows: { codes }, names }: ShadowColumns,
  rows: Int32Array,
  by: 'HOUR' | 'DTE' | 'SPREAD',
): readonly (readonly [string, Int32Array])[] {
  const order = by === 'SPREAD' ? SPREAD.names : ORDERED[by];
  const found = new Map<number, number[]>();
  for (const row of rows) {
    const group = found.get(codes[by][row]!);
    if (group) group.push(row);
    else found.set(codes[by][row]!, [row]);
  }
  const place = (key: string) => order?.indexOf(key) ?? 0;
  return [...found]
    .map(([code, group]) => [names.textOf(code) ?? '', Int32Array.from(group)] as const)
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
}
