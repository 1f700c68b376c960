import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Candle, CandleRange } from '../../../server/domain/market/candle.ts';
import type { BarsKey, SeenBars, SeenSpan } from '../../../server/ports/seen-bars.ts';
import { ReadThrough } from '../../../server/usecases/book/read-through.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const MIDNIGHT = Date.parse('2026-03-02T00:00:00Z');

function bar(at: number, price = 1): Candle {
  const exact = dec(price);
  return { at: new Date(at), open: exact, high: exact, low: exact, close: exact, volume: null };
}

/** Seen bars in memory, stored as the databases store them. */
class KeptBars implements SeenBars {
  readonly spans = new Map<number, SeenSpan>();

  async of(_key: BarsKey, from: Date, to: Date): Promise<readonly SeenSpan[]> {
    return [...this.spans.values()]
      .filter((span) => span.from >= from && span.from < to)
      .sort((a, b) => a.from.getTime() - b.from.getTime());
  }

  async put(_key: BarsKey, spans: readonly SeenSpan[]): Promise<void> {
    for (const span of spans) this.spans.set(span.from.getTime(), span);
  }
}

function scene(now: number) {
  const kept = new KeptBars();
  const clock = new FakeClock(new Date(now));
  const log = new SilentLog();
  const asked: string[] = [];
  /** The source has a bar for each hour of the range, from this instant on. */
  let since = MIDNIGHT;
  let price = 1;
  const source = async ({ from, to }: CandleRange) => {
    asked.push(`${from.toISOString().slice(8, 13)} ${to.toISOString().slice(8, 13)}`);
    const bars: Candle[] = [];
    for (let at = MIDNIGHT; at < to.getTime(); at += 60 * MINUTE)
      if (at >= Math.max(since, from.getTime()) && at <= clock.now().getTime())
        bars.push(bar(at, price));
    return bars;
  };
  const read = (store: SeenBars, from: number, to: number) =>
    new ReadThrough(store, clock, log).candles(
      'TRADIER_LIVE',
      {
        ...{ symbol: 'SPY', interval: 'ONE_MINUTE' },
        ...{ from: new Date(from), to: new Date(to) },
      },
      source,
    );
  return {
    ...{ kept, clock, log, asked, read: (from: number, to: number) => read(kept, from, to) },
    readFrom: (store: SeenBars) => read(store, MIDNIGHT, MIDNIGHT + DAY),
    forgets: (before: number) => void (since = before),
    corrects: (to: number) => void (price = to),
  };
}

describe('candles read through what was seen', () => {
  it('ask for what may have more, and nothing twice', async () => {
    const { kept, asked, read, clock, corrects } = scene(MIDNIGHT + 3 * DAY + 90 * MINUTE);
    const first = await read(MIDNIGHT, MIDNIGHT + 4 * DAY);
    expect(first).toHaveLength(3 * 24 + 2);
    expect(asked).toEqual(['02T00 06T00']);
    // The second day may still be corrected, and only complete bars of the fourth are kept.
    expect([...kept.spans.values()].map(({ whole }) => whole)).toEqual([true, true, false, false]);
    corrects(2);
    expect((await read(MIDNIGHT, MIDNIGHT + 2 * DAY)).map(({ close }) => close.toNumber())).toEqual(
      Array<number>(48).fill(1),
    );
    expect(asked).toHaveLength(1);
    clock.advance(60 * MINUTE);
    const later = await read(MIDNIGHT, MIDNIGHT + 4 * DAY);
    expect(asked).toEqual(['02T00 06T00', '04T00 06T00']);
    expect(later).toHaveLength(3 * 24 + 3);
    expect(later.at(-1)!.close.toNumber()).toBe(2);
    expect(later[24 * 2]!.close.toNumber()).toBe(2);
  });

  it('keep what a source no longer gives', async () => {
    const { read, forgets } = scene(MIDNIGHT + 12 * 60 * MINUTE);
    const first = await read(MIDNIGHT, MIDNIGHT + DAY);
    forgets(MIDNIGHT + 6 * 60 * MINUTE);
    expect(await read(MIDNIGHT, MIDNIGHT + DAY)).toEqual(first);
  });

  it('are served though nothing can be kept', async () => {
    const { readFrom, log } = scene(MIDNIGHT + 60 * MINUTE);
    const full: SeenBars = {
      of: async () => [],
      put: async () => Promise.reject(new Error('The disk is full')),
    };
    expect(await readFrom(full)).toHaveLength(2);
    expect(log.lines.map(({ level }) => level)).toEqual(['warn']);
  });
});
