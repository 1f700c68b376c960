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
}

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
