import { CombinedError, type Client } from '@urql/svelte';
import { describe, expect, it } from 'vitest';
import { TermReader } from '../../../client/ticket/term-reader.svelte.ts';
import { termExpirations, termPoint } from '../../../client/ticket/term.ts';

const NOW = Date.parse('2026-11-18T20:00:00Z');
const noAnswer = new CombinedError({ networkError: new Error('no answer') });
const day = (days: number) => new Date(NOW + days * 86_400_000).toISOString().slice(0, 10);
const quote = (iv: number | null, sourceTime: string) => ({
  ...{
    mode: 'PAPER' as const,
    symbol: `${iv}`,
    iv,
    sourceTime,
    receivedAt: sourceTime,
    stale: iv === 0.3,
  },
});
const chainOf = (expiration: string) => ({
  ...{ underlying: 'SPY', expiration, underlyingPrice: '601' },
  rows: [
    { strike: '590', call: quote(0.9, 'x'), put: quote(0.9, 'x') },
    {
      strike: '600',
      call: quote(0.2, '2026-11-18T19:59:00Z'),
      put: quote(0.3, '2026-11-18T19:58:00Z'),
    },
  ],
});

describe('a term structure', () => {
  it('reaches months ahead even with daily expirations, and includes the chosen one', () => {
    const daily = Array.from({ length: 200 }, (_, n) => day(n));
    const asked = termExpirations(daily, day(40), NOW);
    expect(asked).toEqual([0, 2, 7, 14, 30, 40, 60, 90].map(day));
    expect(termExpirations(daily, null, NOW).at(-1)).toBe(day(180));
    expect(termExpirations([day(3), day(10)], day(10), NOW)).toEqual([day(3), day(10)]);
    expect(termExpirations([], null, NOW)).toEqual([]);
  });

  it('is the mean of call and put next to the spot, with the age of the older one', () => {
    const point = termPoint(chainOf(day(7)), NOW);
    expect(point).toEqual({
      ...{ expiration: day(7), days: 7, iv: 25, stale: true },
      madeAt: Date.parse('2026-11-18T19:58:00Z'),
    });
    const unknown = termPoint({ ...chainOf(day(7)), underlyingPrice: null }, NOW);
    expect(unknown).toMatchObject({ iv: null, madeAt: null, stale: false });
  });
});

describe('loading it', () => {
  function scene() {
    const asked: string[] = [];
    const state = { now: NOW, down: false, onAsk: () => undefined as void };
    const query = (_: unknown, { expiration }: { expiration: string }) => ({
      toPromise: async () => {
        asked.push(expiration);
        state.onAsk();
        if (state.down && asked.length > 1) return { error: noAnswer };
        return { data: { optionChain: chainOf(expiration) } };
      },
    });
    const reader = new TermReader(
      { query } as unknown as Client,
      { mode: 'PAPER', underlying: 'SPY' },
      () => state.now,
    );
    return { asked, state, reader };
  }
  const dates = [day(1), day(7), day(30)];

  it('asks for one after the other, and reuses an answer for five minutes', async () => {
    const { asked, state, reader } = scene();
    const progress: number[] = [];
    state.onAsk = () => void progress.push(reader.known(dates).length);
    await reader.read(dates);
    expect([asked, progress, reader.asking]).toEqual([dates, [0, 1, 2], null]);
    state.now += 4 * 60_000;
    await reader.read(dates);
    expect(asked).toHaveLength(3);
    state.now += 2 * 60_000;
    await reader.read(dates);
    expect(asked).toHaveLength(6);
  });

  it('stops at the first failure, keeps what is known, and continues from there', async () => {
    const { asked, state, reader } = scene();
    state.down = true;
    await reader.read(dates);
    expect(asked).toEqual(dates.slice(0, 2));
    expect([reader.known(dates).length, reader.error?.message]).toEqual([1, expect.any(String)]);
    state.down = false;
    await reader.read(dates);
    expect([asked.slice(2), reader.error]).toEqual([dates.slice(1), null]);
  });

  it('asks nothing more once it is closed', async () => {
    const { asked, state, reader } = scene();
    state.onAsk = () => reader.stop();
    await reader.read(dates);
    expect([asked, reader.asking]).toEqual([[day(1)], null]);
  });
});
