import type { DataSeries } from '../../../ports/data-sets.ts';

export interface SeriesRow {
  readonly username: string;
  readonly set_id: string;
  readonly symbol: string;
  readonly kind: DataSeries['kind'];
  /** Empty for series of quotes. */
  readonly interval: string;
  readonly rows: number;
  readonly first_at: number;
  readonly last_at: number;
  readonly missing: number;
  readonly hash: string;
  /** Numbers of its chunks, as JSON of `PartRun`s. */
  readonly parts: string;
  /** The first chunk number of the import that wrote this row. */
  readonly born: number;
}

/** Chunk numbers without a gap: the first and the last. */
export type PartRun = readonly [first: number, last: number];

export function keyOf({ symbol, kind, interval }: DataSeries) {
  return { symbol, kind, interval: interval ?? '' };
}

export function seriesOf(row: SeriesRow): DataSeries {
  const { symbol, kind, rows, missing, hash } = row;
  return {
    ...{ symbol, kind, rows, missing, hash },
    interval: row.interval === '' ? null : (row.interval as DataSeries['interval']),
    from: new Date(row.first_at),
    to: new Date(row.last_at),
  };
}

export function runsOf({ parts }: Pick<SeriesRow, 'parts'>): readonly PartRun[] {
  return JSON.parse(parts) as PartRun[];
}

export function numbersOf(row: Pick<SeriesRow, 'parts'>): readonly number[] {
  return runsOf(row).flatMap(([first, last]) => numbersFrom(first, last - first + 1));
}

export function numbersFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}

/** JSON of the runs among these numbers, which must be ascending. */
export function partsText(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return JSON.stringify(runs);
}
