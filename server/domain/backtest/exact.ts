/**
 * Exact numbers, as whole numbers with a fixed number of decimal places: a backtest adds them up millions of
 * times.
 */
export const PRICE_DIGITS = 20;
export const QUANTITY_DIGITS = 12;

const FORM = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/;
const powers: bigint[] = [1n];

/** 10 to the power of `n`. */
export function power(n: number): bigint {
  while (powers.length <= n) powers.push(powers.at(-1)! * 10n);
  return powers[n]!;
}

let last: { readonly text: string; readonly digits: number; readonly units: bigint | null } | null =
  null;

/** Reads a decimal. Null: it is no number, or has more decimal places than `digits`. Remembers the last answer. */
export function readExact(text: string, digits: number): bigint | null {
  if (last?.text !== text || last.digits !== digits)
    last = { text, digits, units: read(text, digits) };
  return last.units;
}

function read(text: string, digits: number): bigint | null {
  const match = FORM.exec(text.trim());
  if (!match || !/\d/.test(`${match[2]}${match[3]}`)) return null;
  const [, sign, whole = '', part = '', exponent = '0'] = match;
  const value = BigInt(`${whole}${part}`);
  const shift = digits - part.length + Number(exponent);
  const units = shift >= 0 ? value * power(shift) : value / power(-shift);
  if (shift < 0 && units * power(-shift) !== value) return null;
  return sign === '-' ? -units : units;
}

/** How many decimal places a decimal in text has, without trailing zeros. */
export function digitsOf(text: string): number {
  for (let digits = 0; digits <= PRICE_DIGITS; digits += 1) {
    if (readExact(text, digits) !== null) return digits;
  }
  throw new RangeError(`Not a number of at most ${PRICE_DIGITS} decimal places: ${text}`);
}

/** The most digits that most prices and amounts have: those are quick to write. */
export const SHORT_DIGITS = 6;
const SHORT_ONE = 10 ** SHORT_DIGITS;
const SCALES = Array.from({ length: 16 }, (_, n) => 10 ** n);
/** A point and three digits each; the same without zeros at their end; and without the point. */
const THREES = Array.from({ length: 1_000 }, (_, n) => `.${String(n).padStart(3, '0')}`);
const ENDS = THREES.map((text) => text.replace(/0+$/, ''));
const LAST = ENDS.map((text) => text.slice(1));

/** A decimal with every digit that counts: no exponent, no zeros at the end. */
export function exactText(units: bigint, digits: number): string {
  if (units === 0n) return '0';
  if (digits > SHORT_DIGITS) {
    const short = units / power(digits - SHORT_DIGITS);
    const number = Number(short);
    if (Number.isSafeInteger(number) && short * power(digits - SHORT_DIGITS) === units)
      return shortText(number);
  }
  const sign = units < 0n ? '-' : '';
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const part = text.slice(text.length - digits).replace(/0+$/, '');
  return part === '' ? `${sign}${whole}` : `${sign}${whole}.${part}`;
}

/** A whole number of millionths as a decimal. */
export function shortText(millionths: number): string {
  const size = Math.abs(millionths);
  const whole = Math.floor(size / SHORT_ONE);
  const part = size - whole * SHORT_ONE;
  // The number -0 has no sign as text.
  const front = millionths >= 0 ? String(whole) : whole === 0 ? '-0' : String(-whole);
  if (part === 0) return front;
  const thousandths = Math.floor(part / 1_000);
  const rest = part - thousandths * 1_000;
  return rest === 0 ? front + ENDS[thousandths]! : front + THREES[thousandths]! + LAST[rest]!;
}

/** A whole number that a double holds, with `digits` decimal places, as a decimal. */
export function numberText(units: number, digits: number): string {
  const scale = SCALES[Math.abs(digits - SHORT_DIGITS)] ?? Infinity;
  const short = digits <= SHORT_DIGITS ? units * scale : units / scale;
  if (!Number.isSafeInteger(short) || scale === Infinity) return exactText(BigInt(units), digits);
  return shortText(short);
}

const SHARE_DIGITS = 12;

/** A quotient as text, rounded to 12 decimal places where it is longer; halves go to the even digit. */
export function quotientText(numerator: bigint, denominator: bigint): string {
  const [n, d] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
  const scaled = n * power(SHARE_DIGITS);
  let units = scaled / d;
  const rest = 2n * (scaled - units * d);
  const away = rest < 0n ? -rest : rest;
  if (away > d || (away === d && units % 2n !== 0n)) units += n < 0n ? -1n : 1n;
  return exactText(units, SHARE_DIGITS);
}

export function floorDiv(units: bigint, by: bigint): bigint {
  const whole = units / by;
  return units < 0n && whole * by !== units ? whole - 1n : whole;
}
