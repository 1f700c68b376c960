import { describe, expect, it } from 'vitest';
import { newYorkDate, newYorkInstant } from '../../../server/domain/calendar/new-york-time.ts';
import { addDays } from '../../../server/domain/calendar/calendar-date.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Candle, CandleInterval } from '../../../server/domain/market/candle.ts';
import type { SeenSeries } from '../../../server/ports/backtest-pool.ts';
import { loadSeenBars } from '../../../server/usecases/strategies/load-data.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

const SOL = 'So11111111111111111111111111111111111111112';
const MINUTE_MS = 60_000;
const NEVER = new AbortController().signal;

type Deps = Parameters<typeof loadSeenBars>[0];
interface Range {
  readonly symbol: string;
  readonly interval: CandleInterval;
  readonly from: Date;
  readonly to: Date;
}

function candle(at: number, volume: number): Candle {
  const one = dec(1);
  return { at: new Date(at), open: one, high: one, low: one, close: one, volume: dec(volume) };
}

/** A token's days, made of the hours in the range; the volume of a day is the number of its hours. */
function days({ from, to }: Range): Candle[] {
  const found = new Map<number, number>();
  for (let hour = from.getTime(); hour < to.getTime(); hour += 60 * MINUTE_MS) {
    const day = newYorkInstant(newYorkDate(new Date(hour)), 0).getTime();
    found.set(day, (found.get(day) ?? 0) + 1);
  }
  return [...found].map(([at, hours]) => candle(at, hours));
}

function minutes({ from, to }: Range): Candle[] {
  const count = Math.ceil((to.getTime() - from.getTime()) / MINUTE_MS);
  return Array.from({ length: count }, (_, n) => candle(from.getTime() + n * MINUTE_MS, 1));
}

async function load(
  candles: (range: Range) => Candle[],
  asked: Partial<Parameters<typeof loadSeenBars>[2]>,
  now = '2026-12-24T00:00:00Z',
) {
  const seen: SeenSeries[] = [];
  const deps = {
    market: { candles: async (_actor: unknown, range: Range) => candles(range) },
    pool: {
      readSeen: async (all: SeenSeries[]) => (seen.push(...all), { data: {}, hashes: [] }),
    },
    digest: (text: string) => text,
    clock: { now: () => new Date(now) },
  } as unknown as Deps;
  const from = new Date('2026-10-20T00:00:00Z');
  const to = new Date('2026-11-20T00:00:00Z');
  await loadSeenBars(deps, ADA, {
    ...{ symbols: [SOL], interval: 'ONE_DAY', from, to, history: 30, signal: NEVER, ...asked },
  });
  return seen;
}

describe('the desk’s own bars of a run', () => {
  it('have each day of a token once and whole, the nights when clocks change too', async () => {
    const [{ bars }] = (await load(days, {})) as [SeenSeries];
    const dates = bars.map(({ at }) => newYorkDate(new Date(at)));
    expect(new Set(dates).size).toBe(dates.length);
    for (const [n, date] of dates.entries())
      if (n > 0) expect(date).toBe(addDays(dates[n - 1]!, 1));
    const hours = bars.map(({ volume }) => Number(volume));
    expect(hours.filter((count) => count !== 24)).toEqual([25]);
  });

  it('leave out the bar that is not over', async () => {
    const [read] = await load(
      minutes,
      {
        ...{ symbols: ['SPY'], interval: 'ONE_MINUTE', history: 0 },
        ...{ from: new Date('2026-12-23T15:00:00Z'), to: new Date('2026-12-23T16:00:00Z') },
      },
      '2026-12-23T15:30:30Z',
    );
    expect(read?.bars.at(-1)?.at).toBe(Date.parse('2026-12-23T15:29:00Z'));
  });

  it('come with those of a contract’s underlying, where there are any', async () => {
    const asked = {
      ...{ symbols: ['SPY261218C00700000'], interval: 'ONE_MINUTE' as const, history: 0 },
      ...{ from: new Date('2026-12-18T15:00:00Z'), to: new Date('2026-12-18T16:00:00Z') },
    };
    const both = await load(minutes, asked);
    expect(both.map(({ symbol }) => symbol)).toEqual(['SPY261218C00700000', 'SPY']);
    const alone = await load((range) => (range.symbol === 'SPY' ? [] : minutes(range)), asked);
    expect(alone.map(({ symbol }) => symbol)).toEqual(['SPY261218C00700000']);
  });

  it('are refused where they are more than a run may have', async () => {
    const asked = { symbols: ['SPY'], interval: 'ONE_MINUTE', history: 0 } as const;
    const years = { from: new Date('2020-01-01T00:00:00Z'), to: new Date('2026-01-01T00:00:00Z') };
    const many = ({ from }: Range) => Array<Candle>(5_000).fill(candle(from.getTime(), 1));
    await expect(load(many, { ...asked, ...years })).rejects.toThrow('more than 2,000,000 bars');
  });
});
