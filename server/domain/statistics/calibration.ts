import type { FillFit } from '../matching/fill-model.ts';
import { meanEstimate, type Estimate } from './estimate.ts';
import {
  PLAIN_MODELS,
  type PlainModel,
  type ShadowColumns,
  type ShadowShape,
} from './shadow-columns.ts';
import type { RowSet } from '../columns/row-set.ts';

/** Why CALIBRATED is not offered. */
export type CalibrationDoubt = 'FEW_EARLIER' | 'FEW_LATER' | 'REFUSES' | 'NOT_BETTER';

/** CALIBRATED against one other model, on the later fills that both price. */
export interface Rival {
  readonly model: PlainModel;
  /** Cents per share or unit by which CALIBRATED is closer to the venue; `n` entries and exits. */
  readonly closer: Estimate;
  /** The other refuses more than half of what CALIBRATED prices, so it does not describe these fills. */
  readonly refuses: boolean;
  readonly beaten: boolean;
}

/** A fit to earlier fills, and how it did on later ones. The fills of one entry or exit of a trade count once. */
export interface Calibration {
  /** Null: too few earlier ones. */
  readonly fit: FillFit | null;
  /** Entries and exits that it was fitted on. */
  readonly earlier: number;
  /** Those after them that it prices, and their fills. */
  readonly later: number;
  readonly laterFills: number;
  /** When the first of the later fills filled; null without any. */
  readonly from: Date | null;
  readonly rivals: readonly Rival[];
  /** Null: it is offered. */
  readonly doubt: CalibrationDoubt | null;
}

/** Fewer of each side, or later ones, prove nothing. */
export const LEAST_ORDERS = 30;
/** The split moves by so many, so that a fit outlasts a few fills. */
const STEP = 20;
const EARLIER = 2 / 3;
const CENTS = 100;

/** Fits to the earlier two thirds of these fills and compares on the rest. All rows, oldest first. */
export function calibrate({ rows }: ShadowColumns): Calibration {
  const groups = entriesAndExits(rows);
  const split = Math.floor((groups.length * EARLIER) / STEP) * STEP;
  const [earlier, later] = [groups.slice(0, split), groups.slice(split)];
  const fit = fitTo(rows, earlier);
  const at = later[0]?.[0];
  const from = at === undefined ? null : new Date(rows.numbers.filledAt[at]!);
  if (!fit) {
    const none = { later: 0, laterFills: 0, rivals: [] };
    return { fit, earlier: earlier.length, from, ...none, doubt: 'FEW_EARLIER' };
  }
  const prices = (row: number) => !Number.isNaN(calibratedError(rows, row, fit));
  const priced = later.map((group) => group.filter(prices)).filter((group) => group.length > 0);
  const rivals = PLAIN_MODELS.map((model) => rivalOf(rows, priced, fit, model));
  return {
    ...{ fit, earlier: earlier.length, later: priced.length, from, rivals },
    laterFills: priced.reduce((total, group) => total + group.length, 0),
    doubt: doubtOf(priced.length, later.length, rivals),
  };
}

/** How far CALIBRATED fills from the venue, in dollars per share or unit; NaN where it has no price. */
export function calibratedError(
  { numbers, codes }: RowSet<ShadowShape>,
  row: number,
  { buys, sells }: FillFit,
): number {
  const gives = (numbers.width[row]! * (codes.buys[row] === 1 ? buys : sells)) / 100;
  const refuses = gives > numbers.room[row]! + TINY;
  return refuses ? NaN : Math.abs(gives - numbers.given[row]!);
}

/** Floats of prices differ by less. */
const TINY = 1e-9;

/** The rows of each entry and each exit that have a market, by their first fill. */
function entriesAndExits({ ids, numbers, codes }: RowSet<ShadowShape>): readonly number[][] {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < ids.length; row += 1) {
    if (Number.isNaN(numbers.width[row]!)) continue;
    const key = `${ids[row]!} ${codes.buys[row]!}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** The median share of the width that buyers and that sellers gave up, which errs least on average. */
function fitTo(
  { numbers, codes }: RowSet<ShadowShape>,
  groups: readonly number[][],
): FillFit | null {
  const shares = { buys: [] as number[], sells: [] as number[] };
  for (const group of groups) {
    const wide = group.filter((row) => numbers.width[row]! > 0);
    if (wide.length === 0) continue;
    const given = mean(wide.map((row) => numbers.given[row]! / numbers.width[row]!));
    shares[codes.buys[group[0]!] === 1 ? 'buys' : 'sells'].push(given);
  }
  if (shares.buys.length < LEAST_ORDERS || shares.sells.length < LEAST_ORDERS) return null;
  return { buys: percentOf(shares.buys), sells: percentOf(shares.sells) };
}

function percentOf(shares: readonly number[]): number {
  const sorted = Float64Array.from(shares).sort();
  const half = sorted.length / 2;
  const median = (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
  return Math.min(100, Math.max(0, Math.round(median * 100)));
}

function rivalOf(
  rows: RowSet<ShadowShape>,
  priced: readonly number[][],
  fit: FillFit,
  model: PlainModel,
): Rival {
  const column = rows.numbers[model];
  const closer: number[] = [];
  for (const group of priced) {
    const both = group.filter((row) => !Number.isNaN(column[row]!));
    if (both.length === 0) continue;
    closer.push(mean(both.map((row) => column[row]! - calibratedError(rows, row, fit))) * CENTS);
  }
  const estimate = meanEstimate(closer);
  const refuses = closer.length * 2 < priced.length;
  const proven = closer.length >= LEAST_ORDERS && (estimate.low ?? 0) > 0;
  return { model, closer: estimate, refuses, beaten: refuses || proven };
}

function doubtOf(priced: number, later: number, rivals: readonly Rival[]): CalibrationDoubt | null {
  if (later < LEAST_ORDERS) return 'FEW_LATER';
  if (priced * 2 < later) return 'REFUSES';
  if (priced < LEAST_ORDERS) return 'FEW_LATER';
  return rivals.every(({ beaten }) => beaten) ? null : 'NOT_BETTER';
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
