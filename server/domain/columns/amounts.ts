import { dec, type Decimal } from '../decimal.ts';

/**
 * A column of money or sizes. Floats add whole numbers exactly, so each value is held as a whole number of
 * millionths where it is one. Any other value is in `odd`, as a decimal, and its `units` are NaN. An unknown
 * value's `units` are NaN too.
 */
export interface Amounts {
  readonly units: Float64Array;
  /** The decimals, by row; null when no row has one. */
  readonly odd: readonly (Decimal | undefined)[] | null;
}

const UNITS = 1e6;
/** Decimal places of a unit. */
export const UNIT_DIGITS = 6;
/** The largest size of a value in units: the sum of two such values is still exact. */
const MOST_UNITS = 2 ** 52;
/** The largest value that is read as a float: up to there the nearest float is off by less than half a millionth. */
const ROUNDABLE = 2 ** 50 / UNITS;

/** The value in millionths; NaN when it is not a whole number of them, or is too large. */
function unitsOf(value: Decimal): number {
  if (value.decimalPlaces() > UNIT_DIGITS) return NaN;
  const number = value.toNumber();
  if (Math.abs(number) <= ROUNDABLE) return Math.round(number * UNITS) + 0;
  const units = value.times(UNITS).toNumber();
  return Math.abs(units) > MOST_UNITS ? NaN : units;
}

/** An exact value: a whole number of millionths, or a decimal. NaN is an unknown value. */
export type Amount = number | Decimal;

export function amountAt({ units, odd }: Amounts, row: number): Amount {
  return odd?.[row] ?? units[row]!;
}

export function amountOf(value: Decimal): Amount {
  const units = unitsOf(value);
  return Number.isNaN(units) ? value : units;
}

/** A column of these amounts, one in each row. */
export function columnOf(amounts: readonly Amount[]): Amounts {
  const units = Float64Array.from(amounts, (amount) => (typeof amount === 'number' ? amount : NaN));
  const odd = amounts.map((amount) => (typeof amount === 'number' ? undefined : amount));
  return { units, odd: odd.some((amount) => amount) ? odd : null };
}

/** A column of these millionths, one in each row; null when one is larger than a column holds. */
export function everyUnit(units: Float64Array): Amounts | null {
  for (const each of units) if (!(Math.abs(each) <= MOST_UNITS)) return null;
  return { units, odd: null };
}

export function isKnown(amount: Amount): boolean {
  return typeof amount !== 'number' || !Number.isNaN(amount);
}

/** The value of a known amount. */
export function decimalOf(amount: Amount): Decimal {
  return typeof amount === 'number' ? dec(amount).div(UNITS) : amount;
}

export function isLess(one: Amount, other: Amount): boolean {
  return typeof one === 'number' && typeof other === 'number'
    ? one < other
    : decimalOf(one).lessThan(decimalOf(other));
}

export function plus(one: Amount, other: Amount): Amount {
  return typeof one === 'number' && typeof other === 'number'
    ? one + other
    : decimalOf(one).plus(decimalOf(other));
}

export function times(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number' && other % UNITS === 0) {
    const product = one * (other / UNITS);
    if (Math.abs(product) < MOST_UNITS) return product;
  }
  return decimalOf(one).times(decimalOf(other));
}

/** A sum that is exact, whatever the number of values and their digits. */
export class ExactSum {
  #units = 0;
  #rest: Decimal | null = null;

  add(units: number, odd?: Decimal): void {
    if (odd) this.#rest = this.#rest?.plus(odd) ?? odd;
    else this.#units += units;
    if (Math.abs(this.#units) > MOST_UNITS) {
      this.#rest = this.total;
      this.#units = 0;
    }
  }

  put(amount: Amount): void {
    if (typeof amount === 'number') this.add(amount);
    else this.add(0, amount);
  }

  take(amount: Amount): void {
    if (typeof amount === 'number') this.add(-amount);
    else this.add(0, amount.negated());
  }

  get amount(): Amount {
    return this.#rest ? this.total : this.#units;
  }

  get total(): Decimal {
    const units = decimalOf(this.#units);
    return this.#rest?.plus(units) ?? units;
  }
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

/** How deep a running sum falls below its peak, which starts at 0. Exact. */
export class Drawdown {
  #below: Amount = 0;
  #deepest: Amount = 0;

  add(units: number, odd?: Decimal): void {
    const below = fallen(this.#below, units, odd);
    this.#below = below;
    if (isLess(this.#deepest, below)) this.#deepest = below;
  }

  /** The deepest fall since `forget`, or since the start. */
  get deepest(): Decimal {
    return decimalOf(this.#deepest);
  }

  /** How far the sum lies below its peak now. */
  get current(): Decimal {
    return decimalOf(this.#below);
  }

  /** Forgets the deepest fall; the sum and its peak stay. */
  forget(): void {
    this.#deepest = 0;
  }
}

function fallen(below: Amount, units: number, odd: Decimal | undefined): Amount {
  if (typeof below === 'number' && odd === undefined && below < MOST_UNITS)
    return Math.max(0, below - units);
  const next = decimalOf(below).minus(odd ?? decimalOf(units));
  return next.greaterThan(0) ? next : 0;
}
