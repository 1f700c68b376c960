import type { OptionRight } from '../instrument/instrument.ts';
import { bellAt, densityBy, probabilityBy } from './normal-distribution.ts';

/** All plain numbers: model values are estimates, never money. */
export interface OptionModelInput {
  readonly spot: number;
  readonly strike: number;
  /** Years to expiry, Act/365. */
  readonly years: number;
  /** Annual fraction, continuously compounded: 0.05 is 5 %. */
  readonly rate: number;
  readonly dividendYield: number;
  /** Annual fraction: 0.2 is 20 %. */
  readonly volatility: number;
  readonly right: OptionRight;
}

/** Dollars per share of the underlying. */
export interface ModelValue {
  readonly price: number;
  /** 0..1 for calls, -1..0 for puts. */
  readonly delta: number;
  readonly gamma: number;
  /** Price change from one calendar day to the next. */
  readonly theta: number;
  /** Price change for one more vol point: 0.01 of volatility. */
  readonly vega: number;
  /** Price change for 0.01 more of rate. */
  readonly rho: number;
}

/** Values that are overwritten, for code that prices millions of options and would throw each value away. */
export class ReusedValue implements ModelValue {
  price = Number.NaN;
  delta = Number.NaN;
  gamma = Number.NaN;
  theta = Number.NaN;
  vega = Number.NaN;
  rho = Number.NaN;
}

const DAYS = 365;
const POINTS = 100;

/**
 * Value of a European option under Black, Scholes and Merton with a continuous dividend yield (Hull, Options,
 * Futures and Other Derivatives, ch. 17 and 19). It ignores American exercise.
 *
 * Without volatility the option is worth its discounted intrinsic value. At expiry it is worth its intrinsic
 * value, its delta says whether it is in the money (half at the strike), and the other greeks are 0.
 *
 * `into` receives the values; left out, a new object does.
 * @throws {RangeError} for a spot or strike that is not positive, a negative time or volatility, or no number.
 */
export function blackScholes(input: OptionModelInput, into = new ReusedValue()): ModelValue {
  if (!isPossibleOption(input)) throw new RangeError(`No such option: ${JSON.stringify(input)}`);
  const { spot, strike, years, rate, dividendYield, volatility } = input;
  const sign = input.right === 'CALL' ? 1 : -1;
  const root = Math.sqrt(years);
  const deviation = volatility * root;
  const d1 = distance(Math.log(spot / strike) + (rate - dividendYield) * years, deviation);
  const d2 = d1 - deviation;

  const held = dividendYield === 0 ? spot : spot * Math.exp(-dividendYield * years);
  const owed = strike * Math.exp(-rate * years);
  const bell1 = bellAt(d1);
  const heldIn = held * probabilityBy(sign * d1, bell1);
  const owedIn = owed * probabilityBy(sign * d2, bellAt(d2));
  const bell = deviation > 0 ? held * densityBy(bell1) : 0;
  const decay = deviation > 0 ? (-bell * volatility) / (2 * root) : 0;
  const carry = years > 0 ? sign * (dividendYield * heldIn - rate * owedIn) : 0;
  // Rounding may leave a tiny negative value.
  into.price = Math.max(0, sign * (heldIn - owedIn));
  into.delta = (sign * heldIn) / spot;
  into.gamma = deviation > 0 ? bell / (spot * spot * deviation) : 0;
  into.theta = (decay + carry) / DAYS;
  into.vega = (bell * root) / POINTS;
  into.rho = (sign * years * owedIn) / POINTS;
  return into;
}

/** Standard deviations by which the forward is above the strike; infinite without volatility. */
function distance(logMoneyness: number, deviation: number): number {
  if (deviation > 0) return logMoneyness / deviation + deviation / 2;
  return logMoneyness === 0 ? 0 : logMoneyness * Infinity;
}

/** Whether an option could have these figures. */
export function isPossibleOption(input: OptionModelInput): boolean {
  const { spot, strike, years, rate, dividendYield, volatility } = input;
  const signs = spot > 0 && strike > 0 && years >= 0 && volatility >= 0;
  const sizes = Number.isFinite(spot) && Number.isFinite(strike) && Number.isFinite(years);
  const shares = Number.isFinite(rate) && Number.isFinite(dividendYield);
  return signs && sizes && shares && Number.isFinite(volatility);
}
