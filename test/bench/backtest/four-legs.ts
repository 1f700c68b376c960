import type { OptionRight } from '../../../server/domain/instrument/instrument.ts';
import { blackScholes, ReusedValue } from '../../../server/domain/market/black-scholes.ts';
import {
  normalDensity,
  normalProbability,
} from '../../../server/domain/market/normal-distribution.ts';

const STRIKES = [450, 480, 520, 550] as const;
const SIGNS = [1, -1, -1, 1] as const;
const [RATE, VOLATILITY, YEAR_MS] = [0.04, 0.22, 365 * 86_400_000];

export interface Worth {
  readonly price: number;
  readonly delta: number;
  readonly vega: number;
}

/** An iron condor of thirty days, priced with its greeks at each bar by the desk's own model. */
export function condorByModel(at: Float64Array, close: Float64Array): Worth {
  const expires = at[0]! + 30 * 86_400_000;
  const sum = { price: 0, delta: 0, vega: 0 };
  const rates = { rate: RATE, dividendYield: 0, volatility: VOLATILITY };
  const legs = STRIKES.map((strike, leg) => ({
    option: { spot: Number.NaN, strike, years: Number.NaN, ...rates, right: rightOf(leg) },
    value: new ReusedValue(),
    sign: SIGNS[leg]!,
  }));
  for (let i = 0; i < at.length; i += 1) {
    const years = Math.max(expires - at[i]!, 60_000) / YEAR_MS;
    for (const { option, value, sign } of legs) {
      option.spot = close[i]! / 100;
      option.years = years;
      blackScholes(option, value);
      sum.price += sign * value.price;
      sum.delta += sign * value.delta;
      sum.vega += sign * value.vega;
    }
  }
  return sum;
}

function rightOf(leg: number): OptionRight {
  return leg < 2 ? 'PUT' : 'CALL';
}

/** The same condor in a loop that makes no object; price, delta, gamma, theta and vega are all used. */
export function condorByLoop(at: Float64Array, close: Float64Array): Worth {
  const expires = at[0]! + 30 * 86_400_000;
  let [price, delta, vega, others] = [0, 0, 0, 0];
  for (let i = 0; i < at.length; i += 1) {
    const spot = close[i]! / 100;
    const years = Math.max(expires - at[i]!, 60_000) / YEAR_MS;
    const root = Math.sqrt(years);
    const discount = Math.exp(-RATE * years);
    for (let leg = 0; leg < STRIKES.length; leg += 1) {
      const [strike, sign, way] = [STRIKES[leg]!, SIGNS[leg]!, leg < 2 ? -1 : 1];
      const deviation = VOLATILITY * root;
      const d1 = (Math.log(spot / strike) + RATE * years) / deviation + deviation / 2;
      const d2 = d1 - deviation;
      const [heldIn, owedIn] = [
        normalProbability(way * d1),
        strike * discount * normalProbability(way * d2),
      ];
      const bell = spot * normalDensity(d1);
      price += sign * way * (spot * heldIn - owedIn);
      delta += sign * way * heldIn;
      vega += (sign * bell * root) / 100;
      others += bell / (spot * spot * deviation) - (bell * VOLATILITY) / (2 * root) / 365;
    }
  }
  return { price, delta, vega: others === Infinity ? Number.NaN : vega };
}
