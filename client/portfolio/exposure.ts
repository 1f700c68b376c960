import type { TradeRowFragment } from '../gql/graphql.ts';
import { root, underlyingName, underlyingOf } from '../lib/instrument.ts';
import { daysUntil } from '../lib/times.ts';
import { deltaDollars } from '../figures/trade-figures.ts';

export const BUCKETS = ['≤ 7d', '8–30d', '> 30d', 'Spot'] as const;

export interface ExposureRow {
  /** The underlying, or a token's mint. */
  key: string;
  name: string;
  /** Delta dollars by time to expiry; null where nothing is held. */
  buckets: (number | null)[];
  net: number;
}

export interface Exposure {
  rows: ExposureRow[];
  all: ExposureRow;
  /** Names of the underlyings that are held without a known delta. */
  unknown: string[];
}

function bucketOf(trade: TradeRowFragment, now: number): number {
  if (!trade.expiration) return 3;
  const days = daysUntil(trade.expiration, now);
  return days <= 7 ? 0 : days <= 30 ? 1 : 2;
}

function emptyRow(key: string, name: string): ExposureRow {
  return { key, name, buckets: [null, null, null, null], net: 0 };
}

function add(row: ExposureRow, bucket: number, amount: number): void {
  row.buckets[bucket] = (row.buckets[bucket] ?? 0) + amount;
  row.net += amount;
}

/** Delta dollars by underlying and expiry, largest first. */
export function exposureOf(open: readonly TradeRowFragment[], now: number): Exposure {
  const rows = new Map<string, ExposureRow>();
  const all = emptyRow('', 'All');
  const unknown = new Set<string>();
  for (const trade of open) {
    const dollars = deltaDollars(trade);
    if (dollars === null) {
      unknown.add(underlyingName(trade));
      continue;
    }
    const key = underlyingOf(trade);
    const row = rows.get(key) ?? emptyRow(key, root(trade));
    rows.set(key, row);
    const bucket = bucketOf(trade, now);
    add(row, bucket, dollars);
    add(all, bucket, dollars);
  }
  const sorted = [...rows.values()].sort((a, b) => Math.abs(b.net) - Math.abs(a.net));
  return { rows: sorted, all, unknown: [...unknown] };
}
