import { blackScholes, isPossibleOption, type OptionModelInput } from './black-scholes.ts';

export type PricedOption = Omit<OptionModelInput, 'volatility'> & { readonly price: number };

/** Less time value than this share of the spot says nothing about volatility: 1e-6 dollars at 100. */
const LEAST_TIME_VALUE = 1e-8;
/** The most standard deviations over the option's life: beyond this, no double differs from the upper bound. */
const LARGEST_DEVIATION = 80;
const PRECISION = 1e-13;
const VOL_POINTS = 100;
const MAX_STEPS = 200;

/**
 * The annual volatility, as a fraction, at which `blackScholes` gives the price. Null when there is none: at
 * expiry, at or below the discounted intrinsic value, at or above the upper bound (the discounted spot for a
 * call, strike for a put), or for impossible figures.
 */
export function impliedVolatility(option: PricedOption): number | null {
  const { price, years, spot } = option;
  const still = { ...option, volatility: 0 };
  if (years === 0 || !Number.isFinite(price) || !isPossibleOption(still)) return null;
  const floor = blackScholes(still).price;
  const least = LEAST_TIME_VALUE * spot;
  if (price - floor < least || upperBound(option) - price < least) return null;
  return solve(option) / Math.sqrt(years);
}

/** Newton's method from the start of Manaster and Koehler (1982), bisecting when it would leave the bracket. */
function solve(option: PricedOption): number {
  const root = Math.sqrt(option.years);
  let low = 0;
  let high = LARGEST_DEVIATION;
  let deviation = firstGuess(option);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { price, vega } = blackScholes({ ...option, volatility: deviation / root });
    if (price > option.price) high = deviation;
    else low = deviation;
    const newton = deviation - ((price - option.price) * root) / (vega * VOL_POINTS);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - deviation) <= PRECISION * deviation) return next;
    deviation = next;
  }
  return deviation;
}

/** Where vega is greatest: from there Newton's method converges from one side. Near the forward: price over spot. */
function firstGuess({ spot, strike, rate, dividendYield, years, price }: PricedOption): number {
  const logMoneyness = Math.log(spot / strike) + (rate - dividendYield) * years;
  const guess = Math.max(Math.sqrt(2 * Math.abs(logMoneyness)), Math.min(1, price / spot));
  return Math.min(guess, LARGEST_DEVIATION / 2);
}

function upperBound({ right, spot, strike, rate, dividendYield, years }: PricedOption): number {
  return right === 'CALL'
    ? spot * Math.exp(-dividendYield * years)
    : strike * Math.exp(-rate * years);
}
