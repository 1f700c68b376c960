const [ZERO, POINT, MINUS] = [48, 46, 45];
const MOST_DIGITS = 15;
const TENS = Array.from({ length: MOST_DIGITS + 1 }, (_, n) => 10 ** n);

/**
 * Reads digits with at most one point, and a minus before them, the form of nearly all numbers of a file, without
 * an object for each. Anything else, and more than 15 digits, it leaves to others.
 */
export class PlainNumber {
  /** The nearest number to the text. */
  value = Number.NaN;
  /** The text is so many units of `digits` decimals, without zeros at their end. */
  units = Number.NaN;
  digits = 0;

  /** False: it is none of these, and nothing was read. */
  read(text: string): boolean {
    const { length } = text;
    const first = text.charCodeAt(0) === MINUS ? 1 : 0;
    const point = text.indexOf('.');
    const count = length - first - (point < 0 ? 0 : 1);
    if (count <= 0 || count > MOST_DIGITS) return false;
    let [units, zeros] = [0, 0];
    for (let at = first; at < length; at += 1) {
      const digit = text.charCodeAt(at) - ZERO;
      if (digit === POINT - ZERO && at === point) continue;
      if (!(digit >= 0 && digit <= 9)) return false;
      units = units * 10 + digit;
      zeros = digit === 0 ? zeros + 1 : 0;
    }
    const decimals = point < 0 ? 0 : length - point - 1;
    const dropped = Math.min(zeros, decimals);
    // Zero has no sign.
    if (first > 0 && units > 0) units = -units;
    // Doubles hold both: the quotient is the nearest to that of the numbers.
    this.value = units / TENS[decimals]!;
    this.units = units / TENS[dropped]!;
    this.digits = decimals - dropped;
    return true;
  }
}
