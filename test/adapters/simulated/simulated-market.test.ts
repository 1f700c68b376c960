import { describe, expect, it } from 'vitest';
import { SimulatedMarket } from '../../../server/adapters/simulated/simulated-market.ts';
import { SIMULATED_UNDERLYINGS } from '../../../server/adapters/simulated/underlyings.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { isTradingDay } from '../../../server/domain/calendar/market-calendar.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import { onTick } from '../../../server/domain/instrument/tick-size.ts';
import { untrustedReason } from '../../../server/domain/market/mark-rules.ts';
import { midOf, type OptionQuote } from '../../../server/domain/market/quote.ts';

const NOW = new Date('2026-03-10T15:00:00Z');
const seconds = (n: number): Date => new Date(NOW.getTime() + n * 1000);
const marketAt = (at: Date, seed = 42): SimulatedMarket =>
  new SimulatedMarket({ now: () => at }, seed);
const bidOf = async (symbol: string, at: Date, seed = 42): Promise<string | undefined> =>
  (await marketAt(at, seed).quotes([symbol])).get(symbol)?.bid?.toFixed();

async function nearTheMoney(underlying: string, nth: number): Promise<OptionQuote> {
  const market = marketAt(NOW);
  const expiration = (await market.expirations(underlying))[nth]!;
  const { rows } = await market.chain(underlying, expiration);
  return rows[Math.floor(rows.length / 2)]!.call!;
}

describe('the simulated market', () => {
  it('gives every server the same prices for an instant, and another seed different ones', async () => {
    const symbols = ['SPY', (await nearTheMoney('SPY', 3)).symbol];
    const here = [...(await marketAt(NOW).quotes(symbols))];
    const there = [...(await marketAt(NOW).quotes(symbols))];
    expect(JSON.stringify(here)).toBe(JSON.stringify(there));
    expect(await bidOf('SPY', NOW, 43)).not.toBe(await bidOf('SPY', NOW));
  });

  it('quotes two-sided, on-tick, trusted shares of ten underlyings', async () => {
    const names = [...SIMULATED_UNDERLYINGS.keys()];
    const quotes = await marketAt(NOW).quotes([...names, 'ZZZ']);
    expect([...quotes.keys()]).toEqual(names);
    for (const quote of quotes.values()) {
      expect(untrustedReason(quote, NOW)).toBeNull();
      const near = quote.bid!.div(SIMULATED_UNDERLYINGS.get(quote.symbol)!.price).toNumber();
      expect(near).toBeGreaterThan(0.5);
      expect(near).toBeLessThan(2);
    }
  });

  it('moves an option’s mark within ten seconds', async () => {
    for (const name of ['SPY', 'AAPL', 'TSLA']) {
      const { symbol } = await nearTheMoney(name, 3);
      const bids = await Promise.all([...Array(11).keys()].map((n) => bidOf(symbol, seconds(n))));
      expect(new Set(bids).size).toBeGreaterThan(1);
    }
  });

  it('moves by about its volatility in a day, and smoothly', async () => {
    let squares = 0;
    let largestStep = 0;
    for (let seed = 0; seed < 300; seed++) {
      const [a, b, c] = await Promise.all(
        [0, 0.1, 86_400].map(async (s) => Number(await bidOf('SPY', seconds(s), seed))),
      );
      squares += Math.log(c! / a!) ** 2;
      largestStep = Math.max(largestStep, Math.abs(b! / a! - 1));
    }
    const daily = Math.sqrt(squares / 300);
    expect(daily).toBeGreaterThan(0.006);
    expect(daily).toBeLessThan(0.012);
    expect(largestStep).toBeLessThan(0.0005);
  });

  it.each(['SPY', 'AAPL'])('lists real exchange dates of half a year for %s', async (name) => {
    const dates = await marketAt(NOW).expirations(name);
    expect(dates.length).toBeGreaterThanOrEqual(8);
    expect(dates.every(isTradingDay)).toBe(true);
    expect(dates).toContain('2026-04-02'); // The 3rd is Good Friday.
    expect(dates).toContain('2026-06-18'); // The 19th is Juneteenth.
    expect(dates.at(-1)! > '2026-08-01').toBe(true);
    expect([...dates].sort()).toEqual(dates);
  });

  it('keeps quoting a listed contract until it expires', async () => {
    for (const date of await marketAt(NOW).expirations('SPY')) {
      const { rows } = await marketAt(NOW).chain('SPY', date);
      const { symbol } = rows[10]!.put!;
      const end = Date.parse(`${date}T00:00:00Z`) + 19.9 * 3_600_000;
      for (let at = NOW.getTime(); at < end; at += 20 * 3_600_000) {
        expect(await bidOf(symbol, new Date(at))).toBeDefined();
      }
      expect(await bidOf(symbol, new Date(end + 2 * 3_600_000))).toBeUndefined();
    }
  });

  it('prices a chain without arbitrage, on tick, and higher for longer expiries', async () => {
    const market = marketAt(NOW);
    let before = dec(0);
    for (const date of await market.expirations('MSFT')) {
      const { rows, underlyingPrice } = await market.chain('MSFT', date);
      expect(rows.length).toBeGreaterThan(25);
      rows.forEach(({ call, put, strike }, i) => {
        for (const quote of [call!, put!]) {
          const contract = parseOccSymbol(quote.symbol)!;
          expect(onTick(contract, quote.bid!) && onTick(contract, quote.ask!)).toBe(true);
          expect(quote.ask!.greaterThan(quote.bid!)).toBe(true);
        }
        const next = rows[i + 1];
        if (next) {
          expect(midOf(next.call!)!.lessThanOrEqualTo(call!.ask!)).toBe(true);
          expect(midOf(next.put!)!.greaterThanOrEqualTo(put!.bid!)).toBe(true);
        }
        expect(call!.ask!.greaterThanOrEqualTo(underlyingPrice!.minus(strike))).toBe(true);
        expect(put!.ask!.greaterThanOrEqualTo(strike.minus(underlyingPrice!))).toBe(true);
        expect(call!.greeks.delta! - put!.greeks.delta!).toBeCloseTo(1, 2);
        expect(call!.greeks.gamma).toBeCloseTo(put!.greeks.gamma!, 9);
      });
      const middle = midOf(rows[Math.floor(rows.length / 2)]!.call!)!;
      expect(middle.greaterThan(before)).toBe(true);
      before = middle;
    }
  });

  it('knows the official close of a trading day once it is past, never before', async () => {
    const after = marketAt(new Date('2026-03-10T20:00:00Z'));
    const close = await after.officialClose('SPY', '2026-03-10');
    expect(close?.sourceTime.toISOString()).toBe('2026-03-10T20:00:00.000Z');
    const then = marketAt(close!.sourceTime);
    expect(
      close!.price
        .minus((await then.quotes(['SPY'])).get('SPY')!.bid!)
        .abs()
        .toNumber(),
    ).toBeLessThan(0.02);
    expect(await marketAt(NOW).officialClose('SPY', '2026-03-10')).toBeNull();
    expect(await after.officialClose('SPY', '2026-03-08')).toBeNull();
    expect(await after.officialClose('ZZZ', '2026-03-09')).toBeNull();
  });

  it('returns nothing for a symbol that it does not list', async () => {
    const market = marketAt(NOW);
    const odd = ['SPY260310C00627250', 'SPY260318C00640000', 'ZZZ260320C00100000', 'SPY9', 'spy'];
    expect((await market.quotes(odd)).size).toBe(0);
    expect((await market.chain('SPY', '2026-03-15')).rows).toEqual([]);
    expect(await market.expirations('ZZZ')).toEqual([]);
  });

  it('never reduces a day’s volume', async () => {
    const { symbol } = await nearTheMoney('SPY', 3);
    let before = -1;
    for (let hour = 0; hour < 12; hour++) {
      const at = seconds(hour * 3600);
      const volume = (await marketAt(at).quotes([symbol])).get(symbol)!.volume!.toNumber();
      expect(volume).toBeGreaterThanOrEqual(before);
      before = volume;
    }
    expect(before).toBeGreaterThan(0);
  });
});
