import type { Decimal } from 'decimal.js';
import { Exact } from './exact.ts';

export const MINUS = '\u2212';
export const UNKNOWN = '\u2014';

type Amount = Decimal | string | number;
export interface Signing {
  /** Puts `+` before positive amounts; zero has no sign. */
  sign?: boolean;
}

function grouped(digits: string): string {
  const [whole = '', rest] = digits.split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? spaced : `${spaced}.${rest}`;
}

function signed(value: Decimal, digits: string, { sign = false }: Signing): string {
  const isZero = /^[0.]*$/.test(digits);
  if (value.isNegative() && !isZero) return MINUS + digits;
  return sign && !isZero ? `+${digits}` : digits;
}

/** A number with a fixed count of decimals, grouped thousands, and U+2212 as minus. */
export function fixed(amount: Amount, decimals: number, signing: Signing = {}): string {
  const value = new Exact(amount);
  return signed(value, grouped(value.abs().toFixed(decimals)), signing);
}

const CENTS = 2;

/** Decimals that an amount needs to show so many significant digits. */
function decimalsFor(value: Decimal, digits: number): number {
  return value.isZero() ? CENTS : Math.max(CENTS, digits - 1 - value.e);
}

/** Rounds to so many decimals, and shows two at least. */
function upTo(value: Decimal, decimals: number, signing: Signing): string {
  const rounded = value.toDecimalPlaces(decimals);
  return fixed(rounded, Math.max(CENTS, rounded.decimalPlaces()), signing);
}

/** Dollars to the cent; amounts below ten cents have two significant digits, so only 0 is shown as 0.00. */
export function money(amount: Amount, signing: Signing = {}): string {
  const value = new Exact(amount);
  return upTo(value, decimalsFor(value, 2), signing);
}

/**
 * A price that was agreed or typed, and dollars that have to add up: two decimals, or up to six when it has
 * them; a very small amount shows six significant digits.
 */
export function price(amount: Amount, signing: Signing = {}): string {
  const value = new Exact(amount);
  return upTo(value, Math.max(6, decimalsFor(value, 6)), signing);
}

/** Decimals of a token's market price: four significant digits, and cents at least. */
export function marketDecimals(price: Amount): number {
  return decimalsFor(new Exact(price), 4);
}

/** A token's market price with four significant digits, however small: 168.42, 0.2113, 0.00002218. */
export function tokenPrice(amount: Amount | null | undefined, signing: Signing = {}): string {
  if (amount == null) return UNKNOWN;
  const value = new Exact(amount);
  return fixed(value, marketDecimals(value), signing);
}

/** A stored price for a field: all its digits, so that it reads back as the same number. */
export function editable(amount: Amount): string {
  const value = new Exact(amount);
  return fixed(value, Math.max(CENTS, value.decimalPlaces()));
}

/** A count of contracts, shares or tokens: all its digits, without trailing zeros. */
export function quantity(amount: Amount, signing: Signing = {}): string {
  const value = new Exact(amount);
  return signed(value, grouped(value.abs().toFixed()), signing);
}

const SUFFIXES = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
] as const;

/** A count for a narrow column, rounded down to six significant digits, four with a suffix: 12.34M. */
export function slimQuantity(amount: Amount, signing: Signing = {}): string {
  const value = new Exact(amount);
  const [unit, suffix] = SUFFIXES.find(([least]) => value.abs().gte(least)) ?? [1, ''];
  const digits = suffix ? 4 : 6;
  const rounded = value.div(unit).toSignificantDigits(digits, Exact.ROUND_DOWN);
  return quantity(rounded, signing) + suffix;
}

/** Percentage points, as the API gives them (1 = 1 %). */
export function percent(points: Amount, decimals = 1, signing: Signing = { sign: true }): string {
  return `${fixed(points, decimals, signing)}%`;
}

/** A percentage as typed, without a sign: 15%, 12.5%. */
export function share(points: Amount): string {
  return `${new Exact(points).toFixed()}%`;
}

/** 267,100 as 267.1k; whole dollars below ten thousand. */
export function compact(amount: Amount, signing: Signing = { sign: true }): string {
  const value = new Exact(amount);
  const size = value.abs();
  if (size.gte(1_000_000)) return `${fixed(value.div(1_000_000), 2, signing)}M`;
  if (size.gte(10_000)) return `${fixed(value.div(1000), 1, signing)}k`;
  return fixed(value, 0, signing);
}

/** `1 event`, `1,204 events`. */
export function counted(count: number, noun: string): string {
  return `${quantity(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A figure for a narrow column: without decimals from a thousand on. */
export function slim(amount: Amount, decimals: number, signing: Signing = { sign: true }): string {
  return fixed(amount, new Exact(amount).abs().gte(999.95) ? 0 : decimals, signing);
}

/** 8 s, 4m 12s, 2h 05m, 3d 04h. */
export function age(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)}m ${pad(s % 60)}s`;
  if (s < 86_400) return `${Math.floor(s / 3600)}h ${pad(Math.floor((s % 3600) / 60))}m`;
  return `${Math.floor(s / 86_400)}d ${pad(Math.floor((s % 86_400) / 3600))}h`;
}

/** 1:17:53, or 2d 04:10:00 from a day on. */
export function countdown(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  const clock = `${Math.floor((s % 86_400) / 3600)}:${pad(Math.floor((s % 3600) / 60))}:${pad(s % 60)}`;
  return s < 86_400 ? clock : `${Math.floor(s / 86_400)}d ${clock.padStart(8, '0')}`;
}

/** How long a trade was held, in calendar time: 47 min, 3:47, 1d 04:59. */
export function held(minutes: number): string {
  const m = Math.floor(minutes);
  if (m < 60) return `${m} min`;
  const hours = Math.floor((m % 1440) / 60);
  if (m < 1440) return `${hours}:${pad(m % 60)}`;
  return `${Math.floor(m / 1440)}d ${pad(hours)}:${pad(m % 60)}`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** CSS class of an amount: `up` or `dn`, empty for zero and unknown. */
export function tone(amount: Amount | null | undefined): 'up' | 'dn' | '' {
  if (amount === null || amount === undefined) return '';
  const value = new Exact(amount);
  if (value.isZero()) return '';
  return value.isNegative() ? 'dn' : 'up';
}

/**
 * A server sentence in this page's typography: the font has no arrow, minus is U+2212, a mint is shortened to
 * its ends, and a double full stop, where a venue's sentence ends the desk's own, becomes one.
 */
export function said(sentence: string): string {
  return sentence
    .replace(/\b[1-9A-HJ-NP-Za-km-z]{32,44}\b/g, shortMint)
    .replaceAll('\u2192', '\u203a')
    .replace(/(?<=^|\s)-(?=\d)/g, MINUS)
    .replace(/(?<!\.)\.\.(?=\s|$)/g, '.');
}

/** The two ends of a mint, for places where the whole of it does not fit. */
export function shortMint(mint: string): string {
  return `${mint.slice(0, 4)}…${mint.slice(-4)}`;
}

/** NEEDS_REVIEW as `NEEDS REVIEW`: an enum value in the words of a pill. */
export function words(name: string): string {
  return name.replaceAll('_', ' ');
}

/** `shares` as `Shares`. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
