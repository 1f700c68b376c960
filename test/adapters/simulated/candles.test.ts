import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SimulatedMarket } from '../../../server/adapters/simulated/simulated-market.ts';
import type { Candle, CandleInterval } from '../../../server/domain/market/candle.ts';
import { midOf } from '../../../server/domain/market/quote.ts';
import type { EmulatedCandle } from '../../venues/tradier/market.ts';
import { FakeClock, NOON } from '../../support/fakes/fake-clock.ts';
import { SandboxAccount } from '../../support/desks/sandbox-account.ts';

const CALL = 'SPY260327C00560000';
const MINUTE = 60_000;
const minutes = (n: number): Date => new Date(NOON.getTime() + n * MINUTE);
const textOf = (candles: readonly Candle[]) =>
  candles.map(({ at, ...prices }) => [
    at.toISOString().slice(0, 16),
    ...Object.values(prices).map((price) => price?.toFixed() ?? null),
  ]);

describe('candles of the simulated market', () => {
  const marketAt = (now: Date) => new SimulatedMarket(new FakeClock(now), 7);
  const ask = (now: Date, symbol: string, interval: CandleInterval, from: Date, to: Date) =>
    marketAt(now).candles({ symbol, interval, from, to });

  it.each(['SPY', CALL])('of %s are the same whenever they are requested', async (symbol) => {
    const range = [symbol, 'FIVE_MINUTES', minutes(-60), minutes(0)] as const;
    const first = await ask(minutes(0), ...range);
    expect(first).toHaveLength(12);
    expect(await ask(minutes(9_999), ...range)).toEqual(first);
    for (const { open, high, low, close } of first) {
      for (const price of [open, close]) {
        expect(price.lte(high) && price.gte(low)).toBe(true);
      }
    }
    for (const [n, candle] of first.slice(1).entries()) {
      expect(candle.open).toEqual(first[n]!.close);
    }
  });

  it.each(['SPY', CALL])('of %s begin and end at the mid of its quotes', async (symbol) => {
    const [candle] = await ask(minutes(9), symbol, 'ONE_MINUTE', minutes(3), minutes(4));
    const mid = async (at: Date) => midOf((await marketAt(at).quotes([symbol])).get(symbol)!);
    expect(candle!.open).toEqual(await mid(minutes(3)));
    expect(candle!.close).toEqual(await mid(minutes(4)));
  });

  it('end with the current one, at the price now', async () => {
    const now = new Date(minutes(7).getTime() + 1_234);
    const all = await ask(now, 'SPY', 'FIVE_MINUTES', minutes(-7), minutes(60));
    expect(all.map(({ at }) => at)).toEqual([minutes(-5), minutes(0), minutes(5)]);
    const quote = (await marketAt(now).quotes(['SPY'])).get('SPY')!;
    expect(all.at(-1)!.close).toEqual(midOf(quote));
  });

  it('of a day begin at midnight in New York, also across a clock change', async () => {
    const all = await ask(NOON, 'SPY', 'ONE_DAY', new Date('2026-03-07T05:00:00Z'), NOON);
    expect(all.map(({ at }) => at.toISOString())).toEqual([
      '2026-03-07T05:00:00.000Z',
      '2026-03-08T05:00:00.000Z',
      '2026-03-09T04:00:00.000Z',
      '2026-03-10T04:00:00.000Z',
    ]);
  });

  it('are empty for an unknown symbol, and for a contract past its end', async () => {
    expect(await ask(NOON, 'ZZZ', 'ONE_HOUR', minutes(-600), minutes(0))).toEqual([]);
    const after = new Date('2026-03-28T12:00:00Z');
    expect(await ask(after, CALL, 'ONE_HOUR', new Date('2026-03-28T00:00:00Z'), after)).toEqual([]);
  });
});

describe('candles of Tradier', () => {
  let desk: SandboxAccount;
  let now: Date;
  beforeEach(async () => {
    desk = await SandboxAccount.open();
    now = desk.clock.now();
  });
  afterEach(() => desk.venue.close());

  const before = (n: number): Date => new Date(now.getTime() - n * MINUTE);
  const row = (at: Date, close: number): EmulatedCandle => ({
    at,
    prices: [close - 0.5, close + 1, close - 1, close],
    volume: 10,
  });
  const ask = (interval: CandleInterval, from: Date, to: Date) =>
    desk.marketData().candles({ symbol: 'SPY', interval, from, to });

  it.each(['usual', 'one bare'] as const)('come from its time and sales (%s)', async (how) => {
    const rows = [row(before(3), 561), row(before(2), 562), row(before(1), 563)];
    desk.venue.market.candles.set('SPY 1min', rows);
    const candles = await ask('ONE_MINUTE', before(how === 'usual' ? 3 : 2), before(1));
    expect(textOf(candles).at(-1)!.slice(1)).toEqual(['561.5', '563', '561', '562', '10']);
    expect(candles.map(({ at }) => at)).toEqual(
      how === 'usual' ? [before(3), before(2)] : [before(2)],
    );
    expect(desk.venue.requests.at(-1)!.query).toMatchObject({
      interval: '1min',
      session_filter: 'open',
    });
  });

  it.each(['ONE_MINUTE', 'ONE_DAY'] as const)(
    'of %s arrive except the unreadable one',
    async (interval) => {
      const days = [5, 6, 9].map((day) => new Date(`2026-03-0${day}T15:00:00Z`));
      const times = interval === 'ONE_DAY' ? days : [before(3), before(2), before(1)];
      const name = interval === 'ONE_DAY' ? 'daily' : '1min';
      const rows = times.map((at, n) => row(at, 561 + n));
      desk.venue.market.candles.set(`SPY ${name}`, rows);
      desk.venue.quirks.spoil = (_, row) =>
        'close' in row && row.close === 562 ? { ...row, high: 'NaN' } : row;
      const from = interval === 'ONE_DAY' ? days[0]! : times[0]!;
      const candles = await ask(interval, new Date(from.getTime() - 86_400_000), before(0));
      expect(candles.map(({ close }) => close.toFixed())).toEqual(['561', '563']);
    },
  );

  it('ascend, one per time, in whatever order they come; the later of two wins', async () => {
    const rows = [row(before(1), 563), row(before(3), 561), row(before(2), 1), row(before(2), 562)];
    desk.venue.market.candles.set('SPY 1min', rows);
    const candles = await ask('ONE_MINUTE', before(5), before(0));
    expect(candles.map(({ at }) => at)).toEqual([before(3), before(2), before(1)]);
    expect(candles.map(({ close }) => close.toFixed())).toEqual(['561', '562', '563']);
  });

  it('of an unknown shape are logged without a pattern', async () => {
    desk.venue.fail('GET /markets/history', { json: { history: 7 } });
    const asked = ask('ONE_DAY', new Date('2026-03-01T00:00:00Z'), before(0));
    await expect(asked).rejects.toThrow('GET /markets/history cannot be read: history');
  });

  it('of an hour are built from quarters', async () => {
    const hour = new Date(Math.floor(before(120).getTime() / 3_600_000) * 3_600_000);
    const quarter = (n: number) => new Date(hour.getTime() + n * 15 * MINUTE);
    const rows = [0, 1, 2, 3, 4].map((n) => row(quarter(n), 560 + n));
    desk.venue.market.candles.set('SPY 15min', rows);
    const candles = await ask('ONE_HOUR', hour, before(0));
    expect(textOf(candles).map((each) => each.slice(1))).toEqual([
      ['559.5', '564', '559', '563', '40'],
      ['563.5', '565', '563', '564', '10'],
    ]);
  });

  it('of a day come from its history, at midnight in New York', async () => {
    desk.venue.market.candles.set('SPY daily', [row(new Date('2026-03-09T15:00:00Z'), 560)]);
    const candles = await ask(
      'ONE_DAY',
      new Date('2026-03-01T00:00:00Z'),
      new Date('2026-03-10T00:00:00Z'),
    );
    expect(textOf(candles)).toEqual([['2026-03-09T04:00', '559.5', '561', '559', '560', '10']]);
  });

  it('are requested no further back than Tradier has them', async () => {
    expect(await ask('ONE_MINUTE', before(60 * 24 * 30), before(0))).toEqual([]);
    const [series] = desk.venue.requests.filter(({ route }) => route === 'GET /markets/timesales');
    const { start } = series!.query;
    const days = (now.getTime() - Date.parse(`${start?.replace(' ', 'T')}:00Z`)) / 86_400_000;
    expect(days).toBeGreaterThan(19.5);
    expect(days).toBeLessThan(21);
    const asked = desk.venue.count('GET /markets/timesales');
    expect(await ask('ONE_MINUTE', before(60 * 24 * 40), before(60 * 24 * 30))).toEqual([]);
    expect(desk.venue.count('GET /markets/timesales')).toBe(asked);
  });
});
