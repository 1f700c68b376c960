import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';
import { Pushes } from '../support/servers/pushes.ts';
import { Strategist, type WireBacktest } from '../support/servers/strategist.ts';
import { until } from '../support/values/until.ts';

let desk: ServedDesk;
let ada: Strategist;
let cross: string;

const START = Date.parse('2026-03-02T14:30:00Z');
const MINUTE = 60_000;
const BARS = 300;
/** Long enough to be canceled while it runs. */
const MANY = 150_000;

/** Minutes of a price that goes up and down again. */
function minutes(count: number, symbol = 'SPY'): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const close = (100 + 10 * Math.sin(n / 15)).toFixed(2);
    const at = new Date(START + n * MINUTE).toISOString();
    return `${symbol},${at},${close},${close},${close},${close},1000`;
  });
  return ['symbol,at,open,high,low,close,volume', ...rows].join('\n');
}

beforeAll(async () => {
  desk = await servedDesk();
  ada = await Strategist.at(desk.api, await desk.api.signUp('ada'));
  await ada.import('days', minutes(BARS), 'ONE_MINUTE');
  await ada.import('long', minutes(MANY), 'ONE_MINUTE');
  const parameters = { fast: 3, slow: 8 };
  cross = await ada.save({ name: 'cross', kind: 'sma-cross', parameters });
  desk.strategies.start();
}, 60_000);
afterAll(() => desk.close());

const base = (change: object = {}) => ({
  ...{ strategyId: cross, dataSet: 'days', ...ada.span(START, BARS), ...change },
});
const fee = { fees: { perUnit: '0.005' } };

describe('a backtest', () => {
  it('runs a shipped kind over imported bars to its report', async () => {
    const done = await ada.backtest(base());
    expect(done).toMatchObject({ status: 'DONE', error: null, bars: BARS, progress: 1 });
    expect(done.stats!.trades).toBeGreaterThan(1);
    expect(done.trades.totalCount).toBe(done.stats!.trades);
    expect(done.input).toMatchObject({
      ...{ kind: 'sma-cross', parameters: { fast: 3, slow: 8, quantity: '1' }, seed: 1 },
      ...{ cash: '100000', slippagePct: '0', fees: null, fillModel: 'TOUCH', limits: {} },
      ...{ interval: 'ONE_MINUTE', dataSet: 'days', symbols: ['SPY'] },
      kindVersion: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      dataHash: (await sets()).find(({ name }) => name === 'days')!.hash,
    });
  });

  it('has the same hash again and on the same data under another name, and another with other fees', async () => {
    await ada.import('copy', minutes(BARS), 'ONE_MINUTE');
    const one = await ada.backtest(base());
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await ada.backtest(base())).hash).toBe(one.hash);
    expect((await ada.backtest(base({ dataSet: 'copy' }))).hash).toBe(one.hash);
    expect((await ada.backtest(base(fee))).hash).not.toBe(one.hash);
  });

  it('pages its trades, draws them again, and shows its equity', async () => {
    const { id, stats } = await ada.backtest(base());
    type Answer = { backtest: { trades: { nodes: { exitAt: string; netPnl: string }[] } } };
    const { backtest } = await ada.data<Answer>(
      `{ backtest(id: "${id}") { equity { at cash equity } trades(first: 500) { nodes { exitAt netPnl } }
        monteCarlo(runs: 50) { runs seed endEquity { p5 p50 p95 } } } }`,
    );
    const { nodes } = backtest.trades;
    expect(nodes.map(({ exitAt }) => exitAt)).toEqual(
      nodes
        .map(({ exitAt }) => exitAt)
        .sort()
        .reverse(),
    );
    const sum = nodes.reduce((total, { netPnl }) => total + Number(netPnl), 0);
    expect(sum).toBeCloseTo(Number(stats!.totalPnl), 6);
    expect(backtest).toMatchObject({ monteCarlo: { runs: 50, seed: 1 } });
    expect((backtest as unknown as { equity: object[] }).equity.length).toBeGreaterThan(2);
    const { field } = await ada.ask(`{ backtest(id: "${id}") { monteCarlo(runs: 0) { runs } } }`);
    expect(field).toBe('runs');
  });

  it.each([
    ['dataSet', { dataSet: 'nothing' }],
    ['symbols', { symbols: ['QQQ'] }],
    ['symbols', { symbols: [] }],
    ['symbols', { symbols: Array.from({ length: 51 }, (_, n) => `S${n}`) }],
    ['to', { to: '2026-03-02T14:30:00Z' }],
    ['from', { from: '2027-01-01T00:00:00Z', to: '2027-01-02T00:00:00Z' }],
    ['to', { from: '2025-01-01T00:00:00Z', to: '2025-01-02T00:00:00Z' }],
    ['cash', { cash: '0' }],
    ['fees.perUnit', { fees: { perUnit: '-1' } }],
    ['slippagePct', { slippagePct: '-1' }],
  ])('of what makes no sense is refused at %s', async (wrong, change) => {
    const query = 'mutation($input: BacktestInput!) { runBacktest(input: $input) { id } }';
    const { code, field } = await ada.ask(query, { input: base(change) });
    expect([code, field]).toEqual(['BAD_USER_INPUT', wrong]);
  });

  it('of finer bars than there are is refused at interval, of an unknown strategy not found', async () => {
    const day = 'SPY,2026-03-02T05:00:00Z,1,1,1,1';
    await ada.import('daily', `symbol,at,open,high,low,close\n${day}`, 'ONE_DAY');
    const span = { from: '2026-03-01T00:00:00Z', to: '2026-03-09T00:00:00Z' };
    const finer = base({ dataSet: 'daily', interval: 'ONE_MINUTE', ...span });
    const query = 'mutation($input: BacktestInput!) { runBacktest(input: $input) { id } }';
    expect((await ada.ask(query, { input: finer })).field).toBe('interval');
    const unknown = await ada.ask(query, { input: base({ strategyId: 'strategy_none' }) });
    expect(unknown.code).toBe('NOT_FOUND');
  });

  it('tells its progress at once, ten times a second at most, and completes after the last', async () => {
    const { id, status } = await ada.run(base({ dataSet: 'long', ...ada.span(START, MANY) }));
    expect(['QUEUED', 'RUNNING']).toContain(status);
    const query = `subscription { backtestProgress(id: "${id}") { status progress bars barsTotal } }`;
    const pushes = await Pushes.open<WireBacktest>(desk.api, ada.token, query);
    const last = await pushes.one('its end', (each) => each.status === 'DONE', 30_000);
    expect(last).toMatchObject({ progress: 1, bars: MANY, barsTotal: MANY });
    expect(pushes.all[0]!.status).not.toBe('DONE');
    await pushes.close();
  }, 60_000);

  it('is canceled within two seconds, without results; the next runs', async () => {
    const slow = await ada.save({
      name: 'slow',
      kind: 'token-reversion',
      parameters: { period: 500 },
    });
    const { id } = await ada.run(
      base({ strategyId: slow, dataSet: 'long', ...ada.span(START, MANY) }),
    );
    await until('its running', async () => (await ada.read(id)).status === 'RUNNING');
    const began = performance.now();
    const { cancelBacktest } = await ada.data<{ cancelBacktest: WireBacktest }>(
      `mutation { cancelBacktest(id: "${id}") { status stats { trades } } }`,
    );
    expect(cancelBacktest).toEqual({ status: 'CANCELED', stats: null });
    expect((await ada.backtest(base())).status).toBe('DONE');
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(await ada.read(id)).toMatchObject({ status: 'CANCELED', stats: null, hash: null });
  }, 60_000);
});

async function sets(): Promise<{ name: string; hash: string; rows: number }[]> {
  const query = '{ dataSets { name hash rows series { symbol kind interval missing } } }';
  return (await ada.data<{ dataSets: { name: string; hash: string; rows: number }[] }>(query))
    .dataSets;
}

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
  }, 60_000);

  it('walks forward: its figures are of the test spans alone', async () => {
    const span = { from: '2026-03-02T14:30:00Z', to: '2026-03-08T14:30:00Z' };
    const asked = { base: base({ dataSet: 'long', ...span }), grid: { fast: [3, 5] } };
    const walkForward = { trainDays: 2, testDays: 2 };
    const sweep = await ended(await ada.sweep({ ...asked, walkForward }));
    expect(sweep).toMatchObject({ status: 'DONE', error: null, runsTotal: 2 + 2 * 3 });
    const whole = await ada.backtest(base({ dataSet: 'long', ...span }));
    expect(sweep.walkForward!.trades).toBeGreaterThan(0);
    expect(sweep.walkForward!.trades).toBeLessThan(whole.stats!.trades);
  }, 60_000);

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
  }, 60_000);
});

function range(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n + 1);
}
