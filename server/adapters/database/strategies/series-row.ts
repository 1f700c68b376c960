import type { DataSeries } from '../../../ports/data-sets.ts';

export interface SeriesRow {
  readonly username: string;
  readonly set_id: string;
  readonly symbol: string;
  readonly kind: DataSeries['kind'];
  /** Empty for quotes. */
  readonly interval: string;
  readonly rows: number;
  readonly first_at: number;
  readonly last_at: number;
  readonly missing: number;
  readonly hash: string;
  /** JSON of the runs of its chunks' numbers. */
  readonly parts: string;
  /** The first number of the import that wrote it. */
  readonly born: number;
}

/** Numbers of chunks that follow each other, the first and the last. */
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

/** Of numbers that rise. */
export function partsText(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return JSON.stringify(runs);
}
