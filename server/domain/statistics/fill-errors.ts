import { fillVersion, type FillModel } from '../matching/fill-model.ts';
import { calibratedError, type Calibration } from './calibration.ts';
import { RunningMean, type Estimate } from './estimate.ts';
import { ORDERED, type StatsDimension } from './segment-keys.ts';
import { PLAIN_MODELS, SPREAD, type ShadowColumns } from './shadow-columns.ts';

/** How far a model's fills are from the venue's: the mean of the absolute distances, per share or unit. */
export interface FillDistance {
  readonly cents: Estimate;
  /** As a share of the bid-ask width; fills in a market without a width are left out. */
  readonly ofSpread: Estimate;
  /** Fills whose market is known, but in which the model would not have filled. */
  readonly refused: number;
}

/** The same distances in markets of one range of widths. */
export interface SpreadError extends FillDistance {
  readonly spread: string;
}

export interface FillError extends FillDistance {
  readonly model: FillModel;
  readonly version: string;
  /** Null: the figures cover all fills. */
  readonly dimension: StatsDimension | null;
  readonly key: string | null;
  /** Empty unless the figures cover all fills. */
  readonly bySpread: readonly SpreadError[];
}

/**
 * Compares each model's fills with the venue's in these rows, all together and by hour and days to expiry.
 * CALIBRATED counts only in fills later than those that it is fitted to.
 */
export function fillErrors(
  columns: ShadowColumns,
  rows: Int32Array,
  calibration: Calibration,
): readonly FillError[] {
  const { numbers, codes } = columns.rows;
  const shadows = [...plainShadows(columns), calibratedShadow(columns, calibration)];
  const all = shadows.map(() => new Distances());
  const by = { SPREAD: ranges(shadows), HOUR: ranges(shadows), DTE: ranges(shadows) };
  // An indexed loop: it runs over every fill of a book.
  for (const row of rows) {
    const width = numbers.width[row]!;
    if (Number.isNaN(width)) continue;
    const groups = [
      by.SPREAD.at(codes.SPREAD[row]!),
      by.HOUR.at(codes.HOUR[row]!),
      by.DTE.at(codes.DTE[row]!),
    ];
    for (let model = 0; model < shadows.length; model += 1) {
      const error = shadows[model]!.errorOf(row);
      if (error === null) continue;
      all[model]!.add(error, width);
      for (const group of groups) group[model]!.add(error, width);
    }
  }
  const spreads = inOrder(columns, 'SPREAD', by.SPREAD.found);
  const whole = shadows.map(({ name }, model) => ({
    ...{ ...name, dimension: null, key: null, ...all[model]!.distance },
    bySpread: spreads.map(([spread, group]) => ({ spread, ...group[model]!.distance })),
  }));
  const parts = (['HOUR', 'DTE'] as const).flatMap((dimension) =>
    inOrder(columns, dimension, by[dimension].found).flatMap(([key, group]) =>
      shadows.map(({ name }, model) => ({
        ...{ ...name, dimension, key, ...group[model]!.distance },
        bySpread: [],
      })),
    ),
  );
  return [...whole, ...parts];
}

interface Shadow {
  readonly name: { readonly model: FillModel; readonly version: string };
  /** Dollars per share or unit; NaN: the model refuses the fill. Null: the fill does not count. */
  readonly errorOf: (row: number) => number | null;
}

function plainShadows({ rows }: ShadowColumns): Shadow[] {
  return PLAIN_MODELS.map((model) => {
    const column = rows.numbers[model];
    const version = fillVersion({ fillModel: model, fillFit: null });
    return { name: { model, version }, errorOf: (row) => column[row]! };
  });
}

function calibratedShadow({ rows }: ShadowColumns, { fit, from }: Calibration): Shadow {
  const model = 'CALIBRATED';
  const name = { model, version: fillVersion({ fillModel: model, fillFit: fit }) } as const;
  if (!fit || !from) return { name, errorOf: () => null };
  const { filledAt } = rows.numbers;
  const since = from.getTime();
  return {
    name,
    errorOf: (row) => (filledAt[row]! < since ? null : calibratedError(rows, row, fit)),
  };
}

const CENTS = 100;

class Distances {
  readonly #cents = new RunningMean();
  readonly #shares = new RunningMean();
  #refused = 0;

  add(error: number, width: number): void {
    if (Number.isNaN(error)) this.#refused += 1;
    else {
      this.#cents.add(error * CENTS);
      if (width > 0) this.#shares.add(error / width);
    }
  }

  get distance(): FillDistance {
    return {
      cents: atLeastZero(this.#cents.estimate),
      ofSpread: atLeastZero(this.#shares.estimate),
      refused: this.#refused,
    };
  }
}

/** Raises a negative bound to 0: no distance is below 0. */
function atLeastZero(estimate: Estimate): Estimate {
  return { ...estimate, low: estimate.low && Math.max(0, estimate.low) };
}

/** Distances of each model by range; a range is added when it is first asked for. */
function ranges(shadows: readonly Shadow[]) {
  const found = new Map<number, readonly Distances[]>();
  const at = (code: number): readonly Distances[] => {
    const known = found.get(code);
    if (known) return known;
    const fresh = shadows.map(() => new Distances());
    found.set(code, fresh);
    return fresh;
  };
  return { found, at };
}

/** Sorted in the order of the ranges; hours by name. */
function inOrder<T>(
  { names }: ShadowColumns,
  by: 'HOUR' | 'DTE' | 'SPREAD',
  found: ReadonlyMap<number, T>,
): readonly (readonly [string, T])[] {
  const order = by === 'SPREAD' ? SPREAD.names : ORDERED[by];
  const place = (key: string) => order?.indexOf(key) ?? 0;
  return [...found]
    .map(([code, group]) => [names.textOf(code) ?? '', group] as const)
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
}
