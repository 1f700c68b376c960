import { afterAll, describe, expect, it } from 'vitest';
import { newReads } from '../../../server/adapters/strategy-host/live/new-reads.ts';
import { ThreadLiveHost } from '../../../server/adapters/strategy-host/live/thread-live-host.ts';
import { threadProgram } from '../../../server/compose/threads.ts';
import type { DeskReads } from '../../../server/domain/strategy/strategy-run.ts';
import type { LiveCall, LiveInput } from '../../../server/ports/live-host.ts';
import type { KindCode } from '../../../server/ports/strategies.ts';

const START = Date.parse('2026-03-02T14:30:00Z');

const own = (body: string, rest = '') => `export default {
  title: 'T', description: 'D', assetClasses: ['OPTION'], ${rest}
  create: (p) => (${body}) };`;

const KINDS: Readonly<Record<string, string>> = {
  reads: own(
    `{ onBar(bar, desk) {
      const seen = desk.history('SPY', 3).map((each) => each.close).join();
      desk.log([desk.now.toISOString(), desk.cash, seen, desk.random()].join(' '));
      desk.log(JSON.stringify([desk.position('SPY'), desk.quote('SPY'), desk.chain('SPY').length]));
      desk.enter({ symbol: 'SPY', side: 'BUY', quantity: 2, limitPrice: null, bracket: { stopLoss: 9, x: () => 1 } });
      desk.exit('SPY');
      desk.cancel('SPY');
    }, onQuote() {}, onFill(fill, desk) { desk.log('filled ' + fill.quantity); } }`,
    'history: () => 7.9,',
  ),
  sees: own(
    `{ onBar(bar, desk) { desk.log([desk.missed, desk.cash, desk.position('SPY')].join()); } }`,
  ),
  counts: own(`{ onBar(bar, desk) { this.n = (this.n ?? 0) + desk.random(); desk.log(this.n); } }`),
  throws: own(`{ onBar(bar) { if (bar.close > 11) throw new Error('no idea'); } }`),
  spins: own(`{ onBar() { for (;;); } }`),
  eats: own(
    `{ onBar() { globalThis.all = []; for (;;) globalThis.all.push(new Array(1e5).fill(1)); } }`,
  ),
  floods: own(`{ onBar(bar, desk) { for (;;) desk.exit('SPY'); } }`),
  alone: own(
    `{ onBar(bar, desk) { globalThis.n = (globalThis.n ?? 0) + 1; desk.log(globalThis.n); } }`,
  ),
};

const codeOf = async (kind: string): Promise<KindCode> =>
  kind in KINDS ? { kind, module: KINDS[kind]! } : { shipped: kind };
const host = new ThreadLiveHost(threadProgram('strategy-thread'), codeOf);
afterAll(() => host.close());

const open = (kind: string, parameters = {}, seed = 7) => host.open({ kind, parameters, seed });

const bar = (n: number, close = 10) => ({
  ...{ symbol: 'SPY', at: new Date(START + n * 60_000), open: 10, high: 12, low: 9, close },
  volume: 5,
});

function call(input: LiveInput, n = 0, desk: DeskReads | null = newReads()): LiveCall {
  return { at: new Date(START + (n + 1) * 60_000), input, desk };
}

const onBar = (n: number, close?: number) => call({ kind: 'BAR', bar: bar(n, close) }, n);

describe('the host of live strategies', () => {
  it('answers with what was asked, read and logged', async () => {
    const run = await open('reads');
    expect(run.needs).toEqual({ history: 7, quotes: true, fills: true, chains: true });
    const warm = {
      kind: 'WARM_UP',
      symbol: 'SPY',
      bars: [bar(0, 1), bar(1, 2), bar(2, 3)],
    } as const;
    expect(await run.call(call(warm))).toMatchObject({ asked: [], logged: [] });
    const quote = {
      ...{ symbol: 'SPY', at: new Date(START), bid: 1, ask: 2, iv: null, delta: null },
      underlyingPrice: null,
    };
    const desk: DeskReads = {
      cash: '99.5',
      positions: { SPY: { quantity: '-2', averagePrice: 1.5 }, QQQ: null },
      quotes: { SPY: quote, QQQ: null },
      chains: { SPY: [quote, quote], QQQ: [] },
    };
    const answer = await run.call(call({ kind: 'BAR', bar: bar(3, 4) }, 3, desk));
    expect(answer.logged[0]).toMatch(/^2026-03-02T14:34:00.000Z 99.5 2,3,4 0\.\d+$/);
    expect(JSON.parse(answer.logged[1]!)).toEqual([
      { quantity: '-2', averagePrice: 1.5 },
      JSON.parse(JSON.stringify(quote)),
      2,
    ]);
    expect(answer.reads).toEqual({
      cash: '99.5',
      positions: { SPY: desk.positions.SPY },
      quotes: { SPY: quote },
      chains: { SPY: [quote, quote] },
    });
    const entry = { symbol: 'SPY', side: 'BUY', quantity: '2', bracket: { stopLoss: 9 } };
    expect(answer.asked).toEqual([
      { action: 'ENTER', entry },
      { action: 'EXIT', symbol: 'SPY' },
      { action: 'CANCEL', symbol: 'SPY' },
    ]);
    const fill = {
      symbol: 'SPY',
      side: 'BUY',
      quantity: '2',
      price: 10,
      at: new Date(START),
    } as const;
    expect((await run.call(call({ kind: 'FILL', fill }))).logged).toEqual(['filled 2']);
  });

  it('tells a bar that was missed from an empty purse', async () => {
    const told = { kind: 'BAR', bar: bar(0) } as const;
    const run = await open('sees');
    await run.repeat([call(told, 0, null)]);
    expect((await run.call(call(told, 0, null))).logged).toEqual(['true,0,']);
    const empty = { ...newReads(), cash: '0' };
    expect((await run.call(call(told, 0, empty))).logged).toEqual(['false,0,']);
  });

  it('rebuilds an instance by the calls that it had: its state and its random numbers go on', async () => {
    const calls = Array.from({ length: 1_200 }, (_, n) => onBar(n));
    const [before, after] = [await open('counts'), await open('counts')];
    await before.repeat(calls.slice(0, 1_100));
    const expected = [];
    for (const each of calls.slice(1_100)) expected.push((await before.call(each)).logged);
    await after.repeat(calls.slice(0, 1_100));
    const got = [];
    for (const each of calls.slice(1_100)) got.push((await after.call(each)).logged);
    expect(got).toEqual(expected);
    const fresh = await open('counts');
    expect((await fresh.call(calls[1_100]!)).logged).not.toEqual(expected[0]);
  });

  it.each([
    ['throws', /no idea/],
    ['floods', /more than 1000 orders/],
    ['eats', /more than 64 MB/],
  ])('says why an own kind that %s fails, and goes on with the others', async (kind, why) => {
    const [bad, good] = [
      await open(kind),
      await open('sma-cross', { fast: 1, slow: 2, quantity: '1' }),
    ];
    await expect(bad.call(onBar(0, 12))).rejects.toThrow(why);
    await expect(bad.call(onBar(1, 10))).rejects.toThrow();
    expect(await good.call(onBar(0))).toMatchObject({ asked: [] });
  });

  it('ends a kind that does not return within 5 s, and nobody waits for it', async () => {
    const [bad, good] = [await open('spins'), await open('alone')];
    const began = performance.now();
    const ended = bad.call(onBar(0)).catch((error: Error) => error.message);
    expect((await good.call(onBar(0))).logged).toEqual(['1']);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await ended).toMatch(/more than 5 s/);
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it('gives each run of an own kind a module of its own', async () => {
    const [one, other] = [await open('alone'), await open('alone')];
    expect((await one.call(onBar(0))).logged).toEqual(['1']);
    expect((await other.call(onBar(0))).logged).toEqual(['1']);
    expect((await one.call(onBar(1))).logged).toEqual(['2']);
    await one.close();
    await expect(one.call(onBar(2))).rejects.toThrow('closed');
  });
});
