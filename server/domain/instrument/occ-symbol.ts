import type { CalendarDate } from '../ids.ts';
import { isCalendarDate } from '../calendar/calendar-date.ts';
import { dec, type Decimal } from '../decimal.ts';
import type { OptionContract, OptionRight } from './instrument.ts';
import { classTicker } from './share-class.ts';
import { seriesRoot } from './series-root.ts';

/**
 * OCC option symbols: root, YYMMDD, C or P, strike in thousandths as 8 digits. They are compact, as Tradier
 * and ORATS write them (`SPY260327C00560000`), or have the root padded to 6, as in the Options Symbology
 * Initiative of 2010 (`AAPL  250117C00190000`), so the year is always 20YY.
 */
const COMPACT = /^([A-Z]{1,5}[A-Z0-9]?)(\d{2})(\d{2})(\d{2})([CP])(\d{8})$/;
const ROOT = /^[A-Z]{1,5}[A-Z0-9]?$/;
const PADDED_LENGTH = 21;
const ROOT_LENGTH = 6;
const STRIKE_DIGITS = 8;
const STANDARD_MULTIPLIER = 100;

/** Roots that differ from their underlying: weekly or PM-settled index series, and share classes. */
const UNDERLYING_OF_ROOT: ReadonlyMap<string, string> = new Map([
  ['SPXW', 'SPX'],
  ['RUTW', 'RUT'],
  ['NDXP', 'NDX'],
  ['VIXW', 'VIX'],
  ['BRKB', 'BRK/B'],
]);

export interface OptionTerms {
  readonly underlying: string;
  /** Null or undefined means the root of the underlying's series, e.g. `BRKB` for `BRK/B`; see `seriesRoot`. */
  readonly root?: string | null;
  /** The exchange date, YYYY-MM-DD. */
  readonly expiration: CalendarDate;
  readonly strike: Decimal;
  readonly right: OptionRight;
}

type SeriesTerms = Pick<OptionTerms, 'underlying' | 'root' | 'expiration'>;

/**
 * Null when the text is no OCC symbol of a possible contract. The multiplier is 100, because the symbol does
 * not contain it: for an adjusted contract (see `isAdjustedRoot`), the exchange's chain has it.
 */
export function parseOccSymbol(text: string): OptionContract | null {
  const compact = unpadded(text.toUpperCase());
  const parts = compact === null ? null : COMPACT.exec(compact);
  if (!parts) return null;
  const [symbol, root = '', year, month, day, right, thousandths = ''] = parts;
  const expiration = `20${year}-${month}-${day}`;
  const strike = dec(thousandths).div(1000);
  if (!isCalendarDate(expiration) || strike.isZero()) return null;
  return {
    assetClass: 'OPTION',
    symbol,
    root,
    underlying: underlyingOfRoot(root),
    expiration,
    strike,
    right: right === 'C' ? 'CALL' : 'PUT',
    multiplier: STANDARD_MULTIPLIER,
  };
}

/** The compact symbol. @throws {RangeError} when no OCC symbol can express these terms. */
export function formatOccSymbol(
  terms: Omit<OptionTerms, 'underlying'> & { readonly underlying?: string },
): string {
  const { expiration, right } = terms;
  if (!isCalendarDate(expiration) || !expiration.startsWith('20')) {
    throw new RangeError(`Not an expiration: ${expiration}`);
  }
  const root = rootOf({ ...terms, underlying: terms.underlying ?? '' });
  if (!ROOT.test(root)) throw new RangeError(`Not an option root: "${root}"`);
  const date = expiration.slice(2).replaceAll('-', '');
  return `${root}${date}${right === 'CALL' ? 'C' : 'P'}${strikeDigits(terms.strike)}`;
}

/** A contract of 100 shares with these terms. @throws {RangeError} as `formatOccSymbol`. */
export function optionContract(terms: OptionTerms): OptionContract {
  const symbol = formatOccSymbol(terms);
  const underlying = classTicker(terms.underlying);
  return {
    assetClass: 'OPTION',
    symbol,
    root: rootOf(terms),
    underlying: UNDERLYING_OF_ROOT.get(underlying) ?? underlying,
    expiration: terms.expiration,
    strike: terms.strike,
    right: terms.right,
    multiplier: STANDARD_MULTIPLIER,
  };
}

/** A root such as `AAPL7`: after a corporate action the contract does not deliver the standard 100 shares. */
export function isAdjustedRoot(root: string): boolean {
  return /\d$/.test(root);
}

function underlyingOfRoot(root: string): string {
  const plain = root.replace(/\d$/, '');
  return UNDERLYING_OF_ROOT.get(plain) ?? plain;
}

/** A caller who gives a root such as `SPXW` as the underlying means that series. */
function rootOf({ underlying, root, expiration }: SeriesTerms): string {
  if (root) return root.toUpperCase();
  const name = classTicker(underlying);
  return UNDERLYING_OF_ROOT.has(name) ? name : seriesRoot(name, expiration);
}

function unpadded(text: string): string | null {
  if (!text.includes(' ')) return text;
  if (text.length !== PADDED_LENGTH) return null;
  return text.slice(0, ROOT_LENGTH).trimEnd() + text.slice(ROOT_LENGTH);
}

function strikeDigits(strike: Decimal): string {
  const thousandths = strike.times(1000);
  const digits = thousandths.toFixed();
  if (!thousandths.isInteger() || !thousandths.isPositive() || digits.length > STRIKE_DIGITS) {
    throw new RangeError(`Not a strike that an OCC symbol can say: ${strike.toFixed()}`);
  }
  if (thousandths.isZero()) throw new RangeError('A strike is greater than 0');
  return digits.padStart(STRIKE_DIGITS, '0');
}
