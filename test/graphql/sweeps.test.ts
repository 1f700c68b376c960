import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';
import { minutesCsv } from '../support/values/minutes-csv.ts';
import { Strategist, type WireBacktest } from '../support/servers/strategist.ts';
import { until } from '../support/values/until.ts';

let desk: ServedDesk;
let ada: Strategist;
let cross: string;

const START = Date.parse('2026-03-02T14:30:00Z');
const BARS = 300;
const MANY = 60_000;
const minutes = (count: number) => minutesCsv(START, count);

beforeAll(async () => {
  desk = await servedDesk();
  ada = await Strategist.at(desk.api, await desk.api.signUp('ada'));
  await ada.import('days', minutes(BARS), 'ONE_MINUTE');
  await ada.import('long', minutes(MANY), 'ONE_MINUTE');
  cross = await ada.save({ name: 'cross', kind: 'sma-cross', parameters: { fast: 3, slow: 8 } });
  desk.strategies.start();
});
afterAll(() => desk.close());

const base = (change: object = {}) => ({
  ...{ strategyId: cross, dataSet: 'days', ...ada.span(START, BARS), ...change },
});

describe('a sweep', () => {
  interface WireSweep {
    readonly status: string;
    readonly progress: number;
    readonly error: string | null;
    readonly runsTotal: number;
    readonly walkForward: { readonly trades: number } | null;
    readonly runs: {
      readonly totalCount: number;
      readonly nodes: readonly {
        readonly parameters: { readonly fast: number };
        readonly backtest: WireBacktest & {
          readonly stats: { readonly expectancy: { readonly low: number | null } };
        };
      }[];
    };
  }

  async function ended(id: string): Promise<WireSweep> {
    const query = `{ sweep(id: "${id}") { status progress error runsTotal walkForward { trades }
      runs { totalCount nodes { parameters backtest { id status hash error stats { expectancy { low } } } } } } }`;
    return until(
      'the end of a sweep',
      async () => {
        const { sweep } = await ada.data<{ sweep: WireSweep }>(query);
        return ['DONE', 'FAILED', 'CANCELED'].includes(sweep.status) ? sweep : null;
      },
      { within: 40_000 },
    );
  }

  it('runs each combination, the best lower bound first, as a backtest of its own would', async () => {
    const grid = { fast: [2, 3, 4], slow: [8, 12] };
    const sweep = await ended(await ada.sweep({ base: base(), grid }));
    expect(sweep).toMatchObject({ status: 'DONE', progress: 1, error: null, walkForward: null });
    expect(sweep.runs.totalCount).toBe(6);
    const lows = sweep.runs.nodes.map(({ backtest }) => backtest.stats.expectancy.low ?? -Infinity);
    expect(lows).toEqual([...lows].sort((a, b) => b - a));
    const same = sweep.runs.nodes.find(
      ({ parameters }) => JSON.stringify(parameters) === '{"fast":3,"slow":8,"quantity":"1"}',
    )!;
    expect(same.backtest.hash).toBe((await ada.backtest(base())).hash);
  });

  it('walks forward: its figures are of the test spans alone', async () => {
    const span = { from: '2026-03-02T14:30:00Z', to: '2026-03-08T14:30:00Z' };
    const asked = { base: base({ dataSet: 'long', ...span }), grid: { fast: [3, 5] } };
    const walkForward = { trainDays: 2, testDays: 2 };
    const sweep = await ended(await ada.sweep({ ...asked, walkForward }));
    expect(sweep).toMatchObject({ status: 'DONE', error: null, runsTotal: 2 + 2 * 3 });
    const whole = await ada.backtest(base({ dataSet: 'long', ...span }));
    expect(sweep.walkForward!.trades).toBeGreaterThan(0);
    expect(sweep.walkForward!.trades).toBeLessThan(whole.stats!.trades);
  });

  it('says how much of its best run is luck, once it is done', async () => {
    const span = { from: '2026-03-02T14:30:00Z', to: '2026-03-26T14:30:00Z' };
    const asked = {
      base: base({ dataSet: 'long', ...span }),
      grid: { fast: [20, 40], slow: [80] },
    };
    const id = await ada.sweep(asked);
    const question = `{ sweep(id: "${id}") { status overfitting {
      runs days probability bestSharpe luckySharpe deflatedSharpe } } }`;
    const early = await ada.data<{ sweep: { status: string; overfitting: unknown } }>(question);
    if (early.sweep.status !== 'DONE') expect(early.sweep.overfitting).toBeNull();
    await ended(id);
    const { sweep } = await ada.data<{ sweep: { overfitting: Record<string, number> } }>(question);
    const { overfitting: found } = sweep;
    expect(found.runs).toBe(2);
    expect(found.days).toBeGreaterThan(16);
    expect(found.days).toBeLessThanOrEqual(25);
    for (const chance of [found.probability, found.deflatedSharpe]) {
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    }
    expect(found.bestSharpe).not.toBeNull();
    expect(found.luckySharpe).toBeGreaterThan(0);
    expect(await ada.data<object>(question)).toEqual({ sweep });
    const alone = await ada.sweep({ base: base(), grid: { fast: [3] } });
    await ended(alone);
    const one = await ada.data(`{ sweep(id: "${alone}") { overfitting { runs } } }`);
    expect(one).toEqual({ sweep: { overfitting: null } });
  });

  it.each([
    ['an unknown name', { pace: [1] }],
    ['a value outside its schema', { fast: [0] }],
    ['no list', { fast: 3 }],
    ['too many runs', { fast: range(101), slow: range(101) }],
  ])('of a grid with %s is refused at grid', async (_, grid) => {
    const query = 'mutation($input: SweepInput!) { runSweep(input: $input) { id } }';
    const { code, field } = await ada.ask(query, { input: { base: base(), grid } });
    expect([code, field]).toEqual(['BAD_USER_INPUT', 'grid']);
  });

  it('is canceled with its runs kept, and a stranger’s backtest does not wait for it', async () => {
    const bob = await Strategist.at(desk.api, await desk.api.signUp('bob'));
    await bob.import('days', minutes(BARS), 'ONE_MINUTE');
    const his = await bob.save({ name: 'his', kind: 'sma-cross' });
    const asked = base({ dataSet: 'long', ...ada.span(START, MANY) });
    const id = await ada.sweep({ base: asked, grid: { fast: range(60), slow: [80] } });
    const { status } = await bob.backtest({ ...base(), strategyId: his });
    expect(status).toBe('DONE');
    const { sweep } = await ada.data<{ sweep: WireSweep }>(`{ sweep(id: "${id}") { status } }`);
    expect(['QUEUED', 'RUNNING']).toContain(sweep.status);
    await ada.data(`mutation { cancelSweep(id: "${id}") { status } }`);
    expect(await ended(id)).toMatchObject({ status: 'CANCELED' });
  });
});

function range(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n + 1);
}
