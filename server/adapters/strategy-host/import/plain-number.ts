const [ZERO, POINT] = [48, 46];
const MOST_DIGITS = 15;
const TENS = Array.from({ length: MOST_DIGITS + 1 }, (_, n) => 10 ** n);

/**
 * Reads digits with a point among them or none, the form of nearly all numbers of a file, without an object for
 * each. Anything else, and more than 15 digits, it leaves to others.
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
    const point = text.indexOf('.');
    const count = point < 0 ? length : length - 1;
    if (count === 0 || count > MOST_DIGITS || point === 0) return false;
    let [units, zeros] = [0, 0];
    for (let at = 0; at < length; at += 1) {
      const digit = text.charCodeAt(at) - ZERO;
      if (digit === POINT - ZERO && at === point) continue;
      if (!(digit >= 0 && digit <= 9)) return false;
      units = units * 10 + digit;
      zeros = digit === 0 ? zeros + 1 : 0;
    }
    const decimals = point < 0 ? 0 : length - point - 1;
    const dropped = Math.min(zeros, decimals);
    // Doubles hold both: the quotient is the nearest to that of the numbers.
    this.value = units / TENS[decimals]!;
    this.units = units / TENS[dropped]!;
    this.digits = decimals - dropped;
    return true;
  }
}
