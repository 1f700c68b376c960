import type { ChainQuery } from '../gql/graphql.ts';
import { daysUntil } from '../lib/times.ts';

export type ChainRow = ChainQuery['optionChain']['rows'][number];
/** The part of a row from which its volatility is computed. */
export interface IvRow {
  readonly strike: string;
  readonly call?: { readonly iv?: number | null } | null;
  readonly put?: { readonly iv?: number | null } | null;
}
export type Step = 'all' | '1' | '5' | '10';

/** One standard deviation to expiry, by the at-the-money volatility; null while that is unknown. */
export function expectedMove(
  rows: readonly ChainRow[],
  spot: number | null,
  expiration: string,
  now: number,
): number | null {
  const iv = atTheMoneyIv(rows, spot);
  if (iv === null || spot === null) return null;
  const years = Math.max(0.5, daysUntil(expiration, now)) / 365;
  return spot * iv * Math.sqrt(years);
}

export function atTheMoneyIv(rows: readonly IvRow[], spot: number | null): number | null {
  if (spot === null) return null;
  const near = nearest(rows, spot);
  const ivs = [near?.call?.iv, near?.put?.iv].filter((iv) => typeof iv === 'number');
  return ivs.length ? ivs.reduce((a, b) => a + b, 0) / ivs.length : null;
}

/** The row whose strike is nearest to the spot. */
export function nearest<Row extends { readonly strike: string }>(
  rows: readonly Row[],
  spot: number,
): Row | undefined {
  return [...rows].sort(
    (a, b) => Math.abs(Number(a.strike) - spot) - Math.abs(Number(b.strike) - spot),
  )[0];
}

/** The rows to show: strikes of the chosen step, and only those around the spot unless `around` is null. */
export function shownRows(
  rows: readonly ChainRow[],
  spot: number | null,
  step: Step,
  around: number | null,
): ChainRow[] {
  const stepped =
    step === 'all' ? [...rows] : rows.filter((row) => Number(row.strike) % Number(step) === 0);
  const sorted = stepped.sort((a, b) => Number(a.strike) - Number(b.strike));
  if (around === null || spot === null || sorted.length <= around * 2) return sorted;
  const above = sorted.findIndex((row) => Number(row.strike) > spot);
  const middle = above < 0 ? sorted.length : above;
  const from = Math.max(0, Math.min(middle - around, sorted.length - around * 2));
  return sorted.slice(from, from + around * 2);
}

/** The strike below which the spot line is drawn; null when the spot is outside the rows. */
export function spotAfter(rows: readonly ChainRow[], spot: number | null): string | null {
  if (spot === null) return null;
  const below = rows.filter((row) => Number(row.strike) <= spot);
  const last = below.at(-1);
  return last && below.length < rows.length ? last.strike : null;
}

/** The time of a chain's oldest quote. */
export function chainTime(rows: readonly ChainRow[]): string | null {
  const times = rows.flatMap(({ call, put }) =>
    [call, put].flatMap((quote) => quote?.sourceTime ?? quote?.receivedAt ?? []),
  );
  return times.sort()[0] ?? null;
}
