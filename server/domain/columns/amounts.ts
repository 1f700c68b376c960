import { dec, ZERO, type Decimal } from '../decimal.ts';

/**
 * A column of money or sizes. Floats add whole numbers exactly, so a value is held as a whole number of
 * millionths where it is one. Any other value is `odd`, a decimal, and its `units` are NaN; so are those of an
 * unknown value.
 */
export interface Amounts {
  readonly units: Float64Array;
  /** By row; null when no row has one. */
  readonly odd: readonly (Decimal | undefined)[] | null;
}

const UNITS = 1e6;
const DIGITS = 6;
/** The sum of two such numbers is still exact. */
const MOST_UNITS = 2 ** 51;
const MOST_VALUE = 2 ** 50 / UNITS;

/** NaN for a value that is not a whole number of millionths, or is too large. */
export function unitsOf(value: Decimal): number {
  if (value.decimalPlaces() > DIGITS) return NaN;
  const number = value.toNumber();
  // A float of this size is closer to its decimal than half a millionth.
  return Math.abs(number) > MOST_VALUE ? NaN : Math.round(number * UNITS) + 0;
}

/** Exact, whatever the number of values and their digits. */
export class ExactSum {
  #units = 0;
  #rest = ZERO;

  add(units: number, odd?: Decimal): void {
    if (odd) this.#rest = this.#rest.plus(odd);
    else this.#units += units;
    if (Math.abs(this.#units) > MOST_UNITS) {
      this.#rest = this.total;
      this.#units = 0;
    }
  }

  get total(): Decimal {
    return this.#units === 0 ? this.#rest : this.#rest.plus(decimalOf(this.#units));
  }
}

/** The value in a row; null when it is unknown. */
export function amountAt({ units, odd }: Amounts, row: number): Decimal | null {
  const known = units[row]!;
  return odd?.[row] ?? (Number.isNaN(known) ? null : decimalOf(known));
}

/** The values of these rows as the nearest floats; NaN where they are unknown. */
export function numbersOf({ units, odd }: Amounts, rows: Int32Array): Float64Array {
  const found = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    found[at] = odd?.[row]?.toNumber() ?? units[row]! / UNITS;
  }
  return found;
}

/** The sum of these rows of a column. */
export function sumOf({ units, odd }: Amounts, rows: Int32Array): Decimal {
  const sum = new ExactSum();
  for (const row of rows) sum.add(units[row]!, odd?.[row]);
  return sum.total;
}

/** In millionths, or as a decimal. */
type Depth = number | Decimal;

/** How deep a running sum falls below its peak, which starts at 0. Exact. */
export class Drawdown {
  #below: Depth = 0;
  #deepest: Depth = 0;

  add(units: number, odd?: Decimal): void {
    const below = fallen(this.#below, units, odd);
    this.#below = below;
    if (isDeeper(below, this.#deepest)) this.#deepest = below;
  }

  /** The deepest fall since `forget`, or of all. */
  get deepest(): Decimal {
    return decimalOf(this.#deepest);
  }

  /** The sum and its peak stay. */
  forget(): void {
    this.#deepest = 0;
  }
}

function fallen(below: Depth, units: number, odd: Decimal | undefined): Depth {
  if (typeof below === 'number' && odd === undefined && below < MOST_UNITS)
    return Math.max(0, below - units);
  const next = decimalOf(below).minus(odd ?? decimalOf(units));
  return next.greaterThan(0) ? next : 0;
}

function isDeeper(one: Depth, other: Depth): boolean {
  return typeof one === 'number' && typeof other === 'number'
    ? one > other
    : decimalOf(one).greaterThan(decimalOf(other));
}

function decimalOf(value: Depth): Decimal {
  return typeof value === 'number' ? dec(value).div(UNITS) : value;
}
