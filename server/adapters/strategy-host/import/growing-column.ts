import { isNumber, MOST_UNITS, readUnits } from '../../../domain/bars/units.ts';
import { sharedColumn, type ValueColumn } from '../columns/series-columns.ts';

/** A small first length, because a file may have thousands of symbols of a few rows. */
const FIRST = 16;

/** Values as they come in, each in units of its own last decimal. */
export class GrowingColumn {
  #units = new Float64Array(FIRST);
  #digits = new Int8Array(FIRST);
  /** The nearest numbers, for a column that is not exact. */
  #numbers = new Float64Array(0);
  length = 0;
  /** The last value that was added, as the nearest number. */
  last = NaN;
  #most = 0;

  constructor(
    /** A value with too many digits is refused; otherwise the column becomes nearest numbers. */
    private readonly exact: boolean,
  ) {
    if (!exact) this.#numbers = new Float64Array(FIRST);
  }

  /** Returns why the text cannot be added; null when it was added. */
  add(text: string): string | null {
    if (this.length === this.#units.length) this.#grow();
    const read = readUnits(text);
    if (!read) {
      if (!isNumber(text)) return 'is no number';
      if (this.exact) return 'has more digits than can be kept exactly: 15, and 18 after the point';
      this.#most = Infinity;
    } else if (read.digits > this.#most) this.#most = read.digits;
    this.last = Number(text);
    if (!this.exact) this.#numbers[this.length] = this.last;
    this.#units[this.length] = read?.units ?? 0;
    this.#digits[this.length] = read?.digits ?? 0;
    this.length += 1;
    return null;
  }

  addUnknown(): void {
    if (this.length === this.#units.length) this.#grow();
    this.last = NaN;
    this.#units[this.length] = NaN;
    if (!this.exact) this.#numbers[this.length] = NaN;
    this.length += 1;
  }

  /** The fewest digits in which all values are whole units; Infinity when there are none. */
  get digits(): number {
    return this.#most;
  }

  /** Rows whose value is not exact in units of `digits` decimals. */
  *tooLong(digits: number): Generator<number> {
    for (let at = 0; at < this.length; at += 1)
      if (Math.abs(this.#units[at]! * 10 ** (digits - this.#digits[at]!)) > MOST_UNITS) yield at;
  }

  /** Whole units of `digits` decimals, or the nearest numbers if a column that is not exact does not fit. */
  done(digits: number): ValueColumn {
    const values = sharedColumn(this.length);
    const fits = Number.isFinite(digits) && this.tooLong(digits).next().done === true;
    if (!fits) {
      values.set(this.#numbers.subarray(0, this.length));
      return { digits: null, values };
    }
    for (let at = 0; at < this.length; at += 1)
      values[at] = this.#units[at]! * 10 ** (digits - this.#digits[at]!);
    return { digits, values };
  }

  #grow(): void {
    const units = new Float64Array(this.#units.length * 2);
    units.set(this.#units);
    this.#units = units;
    const digits = new Int8Array(units.length);
    digits.set(this.#digits);
    this.#digits = digits;
    if (this.exact) return;
    const numbers = new Float64Array(units.length);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }
}
