import type { CalendarDate } from '../../domain/ids.ts';
import {
  exchangeDate,
  expiryInstant,
  isTradingDay,
  sessionHours,
} from '../../domain/calendar/market-calendar.ts';
import { addDays, timeOf } from '../../domain/calendar/calendar-date.ts';
import { newYorkInstant } from '../../domain/calendar/new-york-time.ts';
import { dec, type Decimal } from '../../domain/decimal.ts';
import type { OptionContract } from '../../domain/instrument/instrument.ts';
import { optionContract, parseOccSymbol } from '../../domain/instrument/occ-symbol.ts';
import type { Candle, CandleRange } from '../../domain/market/candle.ts';
import { midOf, type Quote } from '../../domain/market/quote.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  FigureSource,
  OfficialClose,
  OptionChain,
  SessionNow,
  SymbolMatch,
} from '../../ports/market-data.ts';
import type { UnderlyingFigures } from '../../domain/trade/trade-context.ts';
import { hashedUnit, hashText } from './hashed-noise.ts';
import { listedExpirations } from './listed-expirations.ts';
import { simulatedCandles } from './simulated-candles.ts';
import { simulatedFigures } from './simulated-figures.ts';
import { equityQuote, optionQuote, SOURCE, type SpotNow } from './simulated-quotes.ts';
import { spotAt } from './spot-path.ts';
import { SIMULATED_UNDERLYINGS } from './underlyings.ts';
import type { VenueMarket } from './venue-market.ts';

/** A chain shows strikes within this share of the morning's price. */
const CHAIN_REACH = 0.12;
/** Strikes exist every half dollar, this far from the underlying's range. */
const STRIKE_GRID = '0.5';
const STRIKE_REACH = 3;
const DAY_MS = 86_400_000;
const REFILL_MS = 3000;

/**
 * A market generated from a seed: shares and option chains that trade around the clock. Every price is a
 * function of seed and instant, so all servers and restarts agree.
 */
export class SimulatedMarket implements VenueMarket, FigureSource {
  constructor(
    private readonly clock: Clock,
    private readonly seed: number,
  ) {}

  async quotes(symbols: readonly string[]): Promise<ReadonlyMap<string, Quote>> {
    const now = this.clock.now();
    const spots = new Map<string, SpotNow | null>();
    const quotes = new Map<string, Quote>();
    for (const symbol of symbols) {
      const contract = parseOccSymbol(symbol);
      const name = contract?.underlying ?? symbol;
      if (!spots.has(name)) spots.set(name, this.#spotNow(name, now));
      const spot = spots.get(name);
      if (!spot || (contract && !isListed(contract, spot))) continue;
      quotes.set(symbol, contract ? optionQuote(contract, spot) : equityQuote(spot));
    }
    return quotes;
  }

  /** Searches by ticker only: nothing here has a name. */
  async searchSymbols(text: string): Promise<readonly SymbolMatch[]> {
    const typed = text.toUpperCase();
    const listed = [...SIMULATED_UNDERLYINGS.values()].sort((a, b) =>
      a.symbol < b.symbol ? -1 : 1,
    );
    const byTicker = listed.filter(({ symbol }) => symbol.startsWith(typed));
    const byName = listed.filter(({ name }) => name.toUpperCase().includes(typed));
    return [...new Set([...byTicker, ...byName])].map(({ symbol, name, type }) => ({
      ...{ symbol, description: `${name}, simulated`, exchange: null, type, optionable: true },
    }));
  }

  async expirations(underlying: string): Promise<readonly string[]> {
    const listing = SIMULATED_UNDERLYINGS.get(underlying);
    return listing ? listedExpirations(this.clock.now(), listing.dailyExpirations) : [];
  }

  async chain(underlying: string, expiration: CalendarDate): Promise<OptionChain> {
    const spot = this.#spotNow(underlying, this.clock.now());
    if (!spot) return { underlying, expiration, underlyingPrice: null, rows: [] };
    const underlyingPrice = dec(spot.spot.toFixed(2));
    const listed = listedExpirations(spot.now, spot.underlying.dailyExpirations);
    if (!listed.includes(expiration)) return { underlying, expiration, underlyingPrice, rows: [] };
    const rows = strikesAround(spot).map((strike) => {
      const terms = { underlying, expiration, strike };
      return {
        strike,
        call: optionQuote(optionContract({ ...terms, right: 'CALL' }), spot),
        put: optionQuote(optionContract({ ...terms, right: 'PUT' }), spot),
      };
    });
    return { underlying, expiration, underlyingPrice, rows };
  }

  /** Whether the contract is on the chain's strike grid, including strikes that the chain does not show. */
  async lists(contract: OptionContract): Promise<boolean> {
    const spot = this.#spotNow(contract.underlying, this.clock.now());
    if (!spot || !isListed(contract, spot)) return false;
    return contract.strike.mod(spot.underlying.strikeStep).isZero();
  }

  async session(): Promise<SessionNow> {
    return { session: 'ALWAYS_OPEN', nextChange: null, source: 'the simulated market' };
  }

  /** Samples the mid a few times in each candle. */
  async candles(range: CandleRange): Promise<readonly Candle[]> {
    const contract = parseOccSymbol(range.symbol);
    const name = contract?.underlying ?? range.symbol;
    return simulatedCandles(range, this.clock.now(), (instant) => {
      const spot = this.#spotNow(name, instant);
      if (!spot || (contract && !isListed(contract, spot))) return null;
      return midOf(contract ? optionQuote(contract, spot) : equityQuote(spot));
    });
  }

  async officialClose(underlying: string, date: string): Promise<OfficialClose | null> {
    const listing = SIMULATED_UNDERLYINGS.get(underlying);
    const close = isTradingDay(date) ? sessionHours(date)?.close : null;
    if (!listing || !close || close > this.clock.now()) return null;
    const price = dec(spotAt(listing, this.seed, close.getTime()).toFixed(2));
    return { price, source: SOURCE, sourceTime: close };
  }

  async figures(underlying: string): Promise<UnderlyingFigures | null> {
    const listing = SIMULATED_UNDERLYINGS.get(underlying);
    return listing ? simulatedFigures(listing, this.seed, this.clock.now()) : null;
  }

  /** 20 to 150 contracts, or 500 to 4,000 shares, changing every few seconds. */
  depth(symbol: string): Decimal {
    const turn = Math.floor(this.clock.now().getTime() / REFILL_MS);
    const part = hashedUnit(hashText(symbol) ^ this.seed, turn, 8);
    return dec(Math.floor(parseOccSymbol(symbol) ? 20 + part * 131 : 500 + part * 3501));
  }

  #spotNow(symbol: string, now: Date): SpotNow | null {
    const underlying = SIMULATED_UNDERLYINGS.get(symbol);
    if (!underlying) return null;
    const date = exchangeDate(now);
    const start = newYorkInstant(date, 0).getTime();
    const end = newYorkInstant(addDays(date, 1), 0).getTime();
    return {
      underlying,
      seed: this.seed,
      now,
      spot: spotAt(underlying, this.seed, now.getTime()),
      morning: spotAt(underlying, this.seed, start),
      dayPart: (now.getTime() - start) / (end - start),
      day: timeOf(date) / DAY_MS,
    };
  }
}

function isListed(contract: OptionContract, { underlying, now }: SpotNow): boolean {
  const { root, strike, expiration } = contract;
  if (root !== underlying.symbol || !strike.mod(STRIKE_GRID).isZero()) return false;
  const far = strike.toNumber() / underlying.price;
  if (far > STRIKE_REACH || far < 1 / STRIKE_REACH) return false;
  return (
    expiryInstant(expiration) > now &&
    listedExpirations(now, underlying.dailyExpirations).includes(expiration)
  );
}

function strikesAround({ underlying, morning }: SpotNow): Decimal[] {
  const step = underlying.strikeStep;
  const first = Math.ceil((morning * (1 - CHAIN_REACH)) / step);
  const last = Math.floor((morning * (1 + CHAIN_REACH)) / step);
  return Array.from({ length: last - first + 1 }, (_, i) => dec(first + i).times(step));
}
