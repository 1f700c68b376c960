/** A decimal as a whole number and its decimal places, without trailing zeros after the point. */
export interface Units {
  readonly units: number;
  readonly digits: number;
}

/** The largest whole number that a column holds: even the difference of two, with its sign, is exact in a double. */
export const MOST_UNITS = 1e15;
const MOST_DIGITS = 18;
const FORM = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;

export function isNumber(text: string): boolean {
  return FORM.test(text);
}

/**
 * Reads a decimal exactly: `0.00001333`, `-1.333e-05`. Null: it is no number, or has more digits than a column
 * holds: 18 after the point, and 15 in all.
 */
export function readUnits(text: string): Units | null {
  return readPlain(text) ?? (isNumber(text) ? readExponent(text) : null);
}

/** Reads digits and at most one point, the form of nearly all. It makes no object but the answer. */
function readPlain(text: string): Units | null {
  let [units, digits, zeros, point, seen] = [0, 0, 0, false, 0];
  const sign = text.startsWith('-') ? -1 : 1;
  for (let i = sign < 0 ? 1 : 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i) - 48;
    if (code >= 0 && code <= 9) {
      units = units * 10 + code;
      seen += 1;
      if (!point) continue;
      digits += 1;
      zeros = code === 0 ? zeros + 1 : 0;
    } else if (code === -2 && !point) point = true;
    else return null;
  }
  if (seen === 0 || seen > 15) return null;
  // Zero has no sign.
  return { units: units === 0 ? 0 : (sign * units) / 10 ** zeros, digits: digits - zeros };
}

function readExponent(text: string): Units | null {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', part = ''] = mantissa.split('.');
  const kept = part.replace(/0+$/, '');
  let units = BigInt(`${whole.replace(/^[+-]/, '')}${kept}` || '0');
  let digits = kept.length - Number(power);
  if (units === 0n) digits = 0;
  for (; digits > 0 && units % 10n === 0n; digits -= 1) units /= 10n;
  if (digits < 0) units *= 10n ** BigInt(-digits);
  digits = Math.max(digits, 0);
  if (digits > MOST_DIGITS || units > BigInt(MOST_UNITS)) return null;
  const sign = whole.startsWith('-') && units !== 0n ? -1 : 1;
  return { units: sign * Number(units), digits };
}

/** Any number of whole numbers over one power of ten; grows as numbers are added. */
export class UnitColumn {
  #values = new Float64Array(1024);
  #length = 0;
  #most = 0;
  digits = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a number; false, and nothing is added, when the column cannot hold it exactly with the numbers it has. */
  add({ units, digits }: Units): boolean {
    if (digits > this.digits && !this.raise(digits)) return false;
    const value = units * 10 ** (this.digits - digits);
    if (Math.abs(value) > MOST_UNITS) return false;
    this.push(value);
    return true;
  }

  /** Adds a number of units already in the column's digits; NaN: unknown. */
  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Float64Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
    const size = Math.abs(value);
    if (size > this.#most) this.#most = size;
  }

  /** Removes the last numbers until this many are left. */
  cut(length: number): void {
    this.#length = Math.min(length, this.#length);
  }

  last(): number {
    return this.#values[this.#length - 1] ?? Number.NaN;
  }

  mayRaise(digits: number): boolean {
    return this.#most * 10 ** (digits - this.digits) <= MOST_UNITS;
  }

  raise(digits: number): boolean {
    if (!this.mayRaise(digits)) return false;
    const factor = 10 ** (digits - this.digits);
    for (let i = 0; i < this.#length; i += 1) this.#values[i]! *= factor;
    this.#most *= factor;
    this.digits = digits;
    return true;
  }

  /** A copy of the values; `shared`: in memory that other threads may read. */
  values(shared: boolean): Float64Array {
    const bytes = this.#length * Float64Array.BYTES_PER_ELEMENT;
    const copy = new Float64Array(shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
    copy.set(this.#values.subarray(0, this.#length));
    return copy;
  }
}
