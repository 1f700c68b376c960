export interface PayoffOrder {
  /** Nothing for shares. */
  right: 'CALL' | 'PUT' | null;
  strike: number;
  entry: number;
  /** Contracts or shares times multiplier, negative when sold. */
  units: number;
  /** Annual volatility and years left, for today's line; unknown draws none. */
  iv: number | null;
  years: number;
  spot: number;
  expectedMove: number | null;
}

export interface PayoffPoint {
  spot: number;
  expiry: number;
  now: number | null;
}

/** Abramowitz and Stegun 26.2.17; its error is below 7.5e-8, far below a pixel. */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const tail =
    density *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}

function intrinsic(right: 'CALL' | 'PUT', strike: number, spot: number): number {
  return Math.max(0, right === 'CALL' ? spot - strike : strike - spot);
}

/** Black and Scholes without rates or dividends: it draws where the value bends, not a price. */
function modelValue(order: PayoffOrder, spot: number): number | null {
  const { right, strike, iv, years } = order;
  if (!right || iv === null || iv <= 0 || years <= 0) return null;
  const spread = iv * Math.sqrt(years);
  const d1 = (Math.log(spot / strike) + (iv * iv * years) / 2) / spread;
  const call = spot * normal(d1) - strike * normal(d1 - spread);
  return right === 'CALL' ? call : call - spot + strike;
}

/** Profit and loss over a range of the underlying, at expiry and today. */
export function payoff(order: PayoffOrder, steps = 80): PayoffPoint[] {
  const reach = Math.max(order.expectedMove ?? 0, order.spot * 0.02) * 1.7;
  const low = Math.max(0.01, order.spot - reach);
  const step = (order.spot + reach - low) / steps;
  const spots = Array.from({ length: steps + 1 }, (_, i) => low + i * step);
  if (order.right) spots.push(order.strike);
  return spots
    .filter((spot) => spot >= low && spot <= order.spot + reach)
    .sort((a, b) => a - b)
    .map((spot) => {
      const worth = order.right ? intrinsic(order.right, order.strike, spot) : spot;
      const model = modelValue(order, spot);
      return {
        spot,
        expiry: (worth - order.entry) * order.units,
        now: model === null ? null : (model - order.entry) * order.units,
      };
    });
}

/** Round steps for an axis, such as 0, 500, 1000. */
export function ticks(low: number, high: number, about: number): number[] {
  const raw = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw) ?? power * 10;
  const first = Math.ceil(low / step) * step;
  const count = Math.max(0, Math.floor((high - first) / step) + 1);
  return Array.from({ length: count }, (_, i) => Number((first + i * step).toPrecision(12)));
}
