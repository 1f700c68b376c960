import type { FillFit } from '../matching/fill-model.ts';
import { alwaysMean, type Looks } from './always-mean.ts';
import type { Estimate } from './estimate.ts';
import {
  PLAIN_MODELS,
  type PlainModel,
  type ShadowColumns,
  type ShadowShape,
} from './shadow-columns.ts';
import type { RowSet } from '../columns/row-set.ts';

/** Why CALIBRATED is not offered. */
export type CalibrationDoubt = 'FEW_EARLIER' | 'FEW_LATER' | 'REFUSES' | 'NOT_BETTER';

/** CALIBRATED compared with one other model, on the later fills that both price. */
export interface Rival {
  readonly model: PlainModel;
  /** Cents per share or unit by which CALIBRATED is closer to the venue, however often it is looked at; `n` entries and exits. */
  readonly closer: Estimate;
  /** Whether the other refuses more than half of what CALIBRATED prices, so that it does not describe these fills. */
  readonly refuses: boolean;
  readonly beaten: boolean;
}

/** A fit to earlier fills, and its result on later ones. The fills of one entry or exit of a trade count as one. */
export interface Calibration {
  /** Null: there are too few earlier fills. */
  readonly fit: FillFit | null;
  /** The number of entries and exits that it was fitted to. */
  readonly earlier: number;
  /** The number of later entries and exits that it prices, and of their fills. */
  readonly later: number;
  readonly laterFills: number;
  /** When the first of the later fills filled; null without any. */
  readonly from: Date | null;
  readonly rivals: readonly Rival[];
  /** Null: CALIBRATED is offered. */
  readonly doubt: CalibrationDoubt | null;
}

/** Fewer entries or exits of each side, or fewer later ones, prove nothing. */
export const LEAST_ORDERS = 30;
/** The split moves in steps of this many, so that a fit outlasts a few fills. */
const STEP = 20;
const EARLIER = 2 / 3;
const CENTS = 100;
/** The chance that any of all fits, each looked at after every fill, is ever offered without being closer. */
const ERROR_SHARE = 0.05;

/** Fits to the earlier two thirds of these fills and compares on the rest. All rows, oldest first. */
export function calibrate(columns: ShadowColumns): Calibration {
  const { rows } = columns;
  const orders = ordersOf(columns);
  const split = Math.floor((orders.count * EARLIER) / STEP) * STEP;
  const first = orders.of.findIndex((order) => order >= split);
  const from = first < 0 ? null : new Date(rows.numbers.filledAt[first]!);
  const fit = fitTo(rows, orders, split);
  if (!fit) {
    const none = { later: 0, laterFills: 0, rivals: [] };
    return { fit, earlier: split, from, ...none, doubt: 'FEW_EARLIER' };
  }
  const tried = tryOn(rows, orders, split, fit);
  return { fit, earlier: split, from, ...tried };
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

/** Rounding errors of prices as floats are smaller than this. */
const TINY = 1e-9;

/** The entry or exit of each row, numbered in the order of their first fills; -1 without a market. */
interface Orders {
  readonly of: Int32Array;
  readonly count: number;
}

// Indexed loops: these run over every fill of a book.

function ordersOf({ rows: { numbers, codes }, names }: ShadowColumns): Orders {
  const of = new Int32Array(codes.trade.length).fill(-1);
  const known = new Int32Array(2 * names.size).fill(-1);
  let count = 0;
  for (let row = 0; row < of.length; row += 1) {
    if (Number.isNaN(numbers.width[row]!)) continue;
    const side = 2 * codes.trade[row]! + codes.buys[row]!;
    if (known[side] === -1) known[side] = count++;
    of[row] = known[side]!;
  }
  return { of, count };
}

/** The median shares of the width that buyers and sellers gave up: a median errs least on average. */
function fitTo(
  { numbers: { given, width }, codes }: RowSet<ShadowShape>,
  { of }: Orders,
  split: number,
): FillFit | null {
  const shares = [new Means(split), new Means(split)] as const;
  for (let row = 0; row < of.length; row += 1) {
    const order = of[row]!;
    if (order < 0 || order >= split || !(width[row]! > 0)) continue;
    shares[codes.buys[row] as 0 | 1].add(order, given[row]! / width[row]!);
  }
  const [sells, buys] = [shares[0].values, shares[1].values];
  if (buys.length < LEAST_ORDERS || sells.length < LEAST_ORDERS) return null;
  return { buys: percentOf(buys), sells: percentOf(sells) };
}

function percentOf(shares: Float64Array): number {
  const sorted = shares.sort();
  const half = sorted.length / 2;
  const median = (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
  return Math.min(100, Math.max(0, Math.round(median * 100)));
}

function tryOn(rows: RowSet<ShadowShape>, { of, count }: Orders, split: number, fit: FillFit) {
  const later = count - split;
  const priced = new Means(later);
  const looks = looksAt(split);
  const closer = PLAIN_MODELS.map((model) => ({ model, means: new Means(later) }));
  for (let row = 0; row < of.length; row += 1) {
    const order = of[row]! - split;
    if (of[row]! < 0 || order < 0) continue;
    const error = calibratedError(rows, row, fit);
    if (Number.isNaN(error)) continue;
    priced.add(order, error);
    for (const { model, means } of closer) {
      const other = rows.numbers[model][row]!;
      if (!Number.isNaN(other)) means.add(order, (other - error) * CENTS);
    }
  }
  const prices = priced.values.length;
  const rivals = closer.map(({ model, means }) => rivalOf(model, means.values, prices, looks));
  const doubt = doubtOf(prices, later, rivals);
  return { later: prices, laterFills: priced.added, rivals, doubt };
}

/** Each fit is another guess; all together they err no more often than one may. The sum of 1/k² is π²/6. */
export function looksAt(split: number): Looks {
  const nth = Math.max(1, (split - 2 * LEAST_ORDERS) / STEP + 1);
  const errorShare = (ERROR_SHARE * 6) / (Math.PI * nth) ** 2;
  // At the first look at this fit there are half as many later orders.
  return { errorShare, around: split / 2 };
}

function rivalOf(model: PlainModel, closer: Float64Array, priced: number, looks: Looks): Rival {
  const estimate = alwaysMean(closer, looks);
  const refuses = closer.length * 2 < priced;
  const proven = closer.length >= LEAST_ORDERS && (estimate.low ?? 0) > 0;
  return { model, closer: estimate, refuses, beaten: refuses || proven };
}

function doubtOf(priced: number, later: number, rivals: readonly Rival[]): CalibrationDoubt | null {
  if (later < LEAST_ORDERS) return 'FEW_LATER';
  if (priced * 2 < later) return 'REFUSES';
  if (priced < LEAST_ORDERS) return 'FEW_LATER';
  return rivals.every(({ beaten }) => beaten) ? null : 'NOT_BETTER';
}

/** The mean of each order's values. */
class Means {
  added = 0;
  readonly #sums: Float64Array;
  readonly #counts: Int32Array;

  constructor(orders: number) {
    this.#sums = new Float64Array(orders);
    this.#counts = new Int32Array(orders);
  }

  add(order: number, value: number): void {
    this.#sums[order]! += value;
    this.#counts[order]! += 1;
    this.added += 1;
  }

  /** The means of those orders that have a value. */
  get values(): Float64Array {
    const counts = this.#counts;
    return this.#sums
      .map((sum, order) => sum / counts[order]!)
      .filter((mean) => !Number.isNaN(mean));
  }
}
