import { optionYears } from '../../domain/calendar/market-calendar.ts';
import { type Decimal, dec, ZERO } from '../../domain/decimal.ts';
import type { OptionContract } from '../../domain/instrument/instrument.ts';
import { roundToTick, tickSize } from '../../domain/instrument/tick-size.ts';
import { blackScholes, type ModelValue } from '../../domain/market/black-scholes.ts';
import type { EquityQuote, OptionQuote } from '../../domain/market/quote.ts';
import { hashedUnit, hashText } from './hashed-noise.ts';
import type { SimulatedUnderlying } from './underlyings.ts';
import { impliedVolatility, moneyness } from './volatility-surface.ts';

export const SOURCE = 'simulated';
const RATE = 0.04;
const LAST_TRADE_MS = 7000;

/** An underlying at one instant. */
export interface SpotNow {
  readonly underlying: SimulatedUnderlying;
  readonly seed: number;
  readonly now: Date;
  readonly spot: number;
  /** The price at the start of the exchange's day; today's trading is centred on it. */
  readonly morning: number;
  /** Share of the exchange's day that has passed. */
  readonly dayPart: number;
  /** A number that identifies the exchange's day. */
  readonly day: number;
}

export function equityQuote(at: SpotNow): EquityQuote {
  const { underlying, now } = at;
  const key = hashText(underlying.symbol) ^ at.seed;
  const second = Math.floor(now.getTime() / 1000);
  const cents = Math.floor(at.spot * 100);
  const bid = fromCents(cents);
  const ask = fromCents(cents + (hashedUnit(key, second, 1) < 0.7 ? 1 : 2));
  const shares = underlying.volume * 1e6 * (0.7 + 0.6 * hashedUnit(key, at.day, 2));
  return {
    assetClass: 'EQUITY',
    symbol: underlying.symbol,
    bid,
    ask,
    last: lastOf(key, now, bid, ask),
    volume: dec(Math.floor(shares * at.dayPart)),
    source: SOURCE,
    sourceTime: now,
    receivedAt: now,
    delayed: false,
  };
}

export function optionQuote(contract: OptionContract, at: SpotNow): OptionQuote {
  const { underlying, now, spot } = at;
  const strike = contract.strike.toNumber();
  const years = optionYears(contract.expiration, now);
  const deviations = moneyness(underlying, spot, strike, years);
  const iv = impliedVolatility(underlying, at.seed, now.getTime(), deviations, years);
  const terms = { spot, strike, years, rate: RATE, volatility: iv, right: contract.right };
  const value = blackScholes({ ...terms, dividendYield: underlying.dividendYield });
  const { bid, ask } = marketOf(contract, at, value, { deviations, years });
  const key = hashText(contract.symbol) ^ at.seed;
  const traded = activity(key, at, strike, years);
  return {
    assetClass: 'OPTION',
    symbol: contract.symbol,
    bid,
    ask,
    last: traded.volume > 0 ? lastOf(key, now, bid.isZero() ? ask : bid, ask) : null,
    volume: dec(traded.volume),
    source: SOURCE,
    sourceTime: now,
    receivedAt: now,
    delayed: false,
    openInterest: traded.openInterest,
    greeks: { delta: value.delta, gamma: value.gamma, theta: value.theta, vega: value.vega, iv },
    underlyingPrice: fromCents(Math.round(spot * 100)),
  };
}

/**
 * Bid and ask around the model's value, never below the exercise value. The market is wider for expensive
 * options, away from the money and in the last days; far out of the money there is no bid.
 */
function marketOf(
  contract: OptionContract,
  { underlying, spot }: SpotNow,
  value: ModelValue,
  where: { readonly deviations: number; readonly years: number },
): { bid: Decimal; ask: Decimal } {
  const strike = contract.strike.toNumber();
  const intrinsic = contract.right === 'CALL' ? spot - strike : strike - spot;
  const worth = Math.max(value.price, intrinsic);
  const away = Math.abs(where.deviations);
  const lastDays = 1 + 1 / (1 + 365 * where.years);
  const width =
    0.01 + worth * underlying.spread * (1 + 0.4 * away) * lastDays + 0.01 * Math.max(0, away - 1);
  const bid = roundToTick(contract, dec(Math.max(0, worth - width / 2).toFixed(4)), 'down');
  const ask = roundToTick(contract, dec((worth + width / 2).toFixed(4)), 'up');
  return { bid, ask: ask.greaterThan(bid) ? ask : bid.plus(tickSize(contract, bid)) };
}

/** Trading is busiest near the money and near expiry. The morning's price counts, so volume only grows. */
function activity(
  key: number,
  { underlying, morning, day, dayPart }: SpotNow,
  strike: number,
  years: number,
): { volume: number; openInterest: number } {
  const away = moneyness(underlying, morning, strike, years);
  const busy = (underlying.volume * 150 * Math.exp(-away * away)) / (1 + 12 * years);
  const volume = Math.floor(busy * (0.4 + hashedUnit(key, day, 3)) * dayPart);
  const settled = busy * (2 + 6 * hashedUnit(key, 4)) + 40 * hashedUnit(key, 5);
  return { volume, openInterest: Math.floor(settled * (0.95 + 0.1 * hashedUnit(key, day, 6))) };
}

function lastOf(key: number, now: Date, bid: Decimal, ask: Decimal): Decimal {
  const trade = Math.floor(now.getTime() / LAST_TRADE_MS);
  return hashedUnit(key, trade, 7) < 0.5 ? bid : ask;
}

function fromCents(cents: number): Decimal {
  return cents <= 0 ? ZERO : dec((cents / 100).toFixed(2));
}
