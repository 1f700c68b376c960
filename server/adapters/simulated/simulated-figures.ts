import {
  exchangeDate,
  sessionHours,
  tradingDaysAfter,
} from '../../domain/calendar/market-calendar.ts';
import type { UnderlyingFigures } from '../../domain/trade/trade-context.ts';
import { SOURCE } from './simulated-quotes.ts';
import { spotAt } from './spot-path.ts';
import type { SimulatedUnderlying } from './underlyings.ts';
import { impliedVolatility } from './volatility-surface.ts';

/** A year of trading days, over which rank and percentile look back. */
const YEAR_DAYS = 252;
const RETURNS = 30;
/** Time to expiry of the at-the-money volatility: 30 days, in years. */
const TENOR_YEARS = 30 / 365;

/**
 * The model's own figures of an underlying: its 30-day at-the-money volatility now against that of the last
 * 252 closes, and the deviation of its last 30 daily returns. Its companies report no earnings.
 */
export function simulatedFigures(
  underlying: SimulatedUnderlying,
  seed: number,
  now: Date,
): UnderlyingFigures {
  const volatilityAt = (time: number) => impliedVolatility(underlying, seed, time, 0, TENOR_YEARS);
  const closes = closesBefore(now);
  const present = volatilityAt(now.getTime());
  const past = closes.map(volatilityAt);
  const [lowest, highest] = [Math.min(...past, present), Math.max(...past, present)];
  const lower = past.filter((volatility) => volatility < present).length;
  const spots = closes.slice(-RETURNS - 1).map((time) => spotAt(underlying, seed, time));
  return {
    ivRank: rounded((100 * (present - lowest)) / (highest - lowest), 2),
    ivPercentile: rounded((100 * lower) / past.length, 2),
    hv30: rounded(historicalVolatility(spots), 6),
    earningsDate: null,
    source: SOURCE,
  };
}

/** The regular closes of the year's trading days, oldest first. */
function closesBefore(now: Date): readonly number[] {
  const closes: number[] = [];
  let date = exchangeDate(now);
  while (closes.length < YEAR_DAYS) {
    const close = sessionHours(date)?.close;
    if (close && close <= now) closes.push(close.getTime());
    date = tradingDaysAfter(date, -1);
  }
  return closes.reverse();
}

function historicalVolatility(spots: readonly number[]): number {
  const returns = spots.slice(1).map((spot, index) => Math.log(spot / (spots[index] ?? spot)));
  const mean = returns.reduce((total, each) => total + each, 0) / returns.length;
  const squares = returns.reduce((total, each) => total + (each - mean) ** 2, 0);
  return Math.sqrt((squares / (returns.length - 1)) * YEAR_DAYS);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
