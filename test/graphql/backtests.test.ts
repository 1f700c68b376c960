import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followBacktest } from '../../server/graphql/streams/backtest-stream.ts';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';
import { Pushes } from '../support/servers/pushes.ts';
import { minutesCsv } from '../support/values/minutes-csv.ts';
import { Strategist, type WireBacktest } from '../support/servers/strategist.ts';
import { aBacktest } from '../support/values/strategies.ts';
import { until } from '../support/values/until.ts';

let desk: ServedDesk;
let ada: Strategist;
let cross: string;

const START = Date.parse('2026-03-02T14:30:00Z');
const BARS = 300;
/** So many bars that a run can be canceled before it ends. */
const MANY = 150_000;

const minutes = (count: number) => minutesCsv(START, count);

beforeAll(async () => {
  desk = await servedDesk();
  ada = await Strategist.at(desk.api, await desk.api.signUp('ada'));
  await ada.import('days', minutes(BARS), 'ONE_MINUTE');
  await ada.import('long', minutes(MANY), 'ONE_MINUTE');
  const parameters = { fast: 3, slow: 8 };
  cross = await ada.save({ name: 'cross', kind: 'sma-cross', parameters });
  desk.strategies.start();
});
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

  it('holds its user’s limits, as they are when it is asked for', async () => {
    const bob = await Strategist.at(desk.api, await desk.api.signUp('bob'));
    await bob.import('days', minutes(BARS), 'ONE_MINUTE');
    const strategyId = await bob.save({
      ...{ name: 'cross', kind: 'sma-cross', parameters: { fast: 3, slow: 8 } },
    });
    const limited = async (maxTradesPerDay: number | null) => {
      const { settings } = await bob.data<{ settings: { version: number } }>(
        '{ settings { version } }',
      );
      const input = { expectedVersion: settings.version, limits: { maxTradesPerDay } };
      await bob.data(
        'mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }',
        { input },
      );
      const done = await bob.backtest(base({ strategyId }));
      return [done.input['limits'], done.stats!.trades > 1];
    };
    expect(await limited(1)).toEqual([{ maxTradesPerDay: 1 }, false]);
    expect(await limited(null)).toEqual([{}, true]);
  });

  it('shows every rate with its n and its interval, and with too few trades no bound', async () => {
    const estimates =
      'winRate { value low high n } expectancy { value low high n } profitFactor { n }';
    type Rate = { value: number | null; low: number | null; high: number | null; n: number };
    const ratesOf = async (id: string) => {
      const { backtest } = await ada.data<{
        backtest: { stats: { trades: number; winRate: Rate; expectancy: Rate } };
      }>(`{ backtest(id: "${id}") { stats { trades ${estimates} } } }`);
      return backtest.stats;
    };
    const many = await ratesOf((await ada.backtest(base())).id);
    for (const { value, low, high, n } of [many.winRate, many.expectancy]) {
      expect(n).toBe(many.trades);
      expect(low).toBeLessThanOrEqual(value!);
      expect(high).toBeGreaterThanOrEqual(value!);
    }
    const few = await ada.backtest(base(ada.span(START, 20)));
    const { expectancy } = await ratesOf(few.id);
    expect(expectancy.n).toBeLessThan(2);
    expect([expectancy.low, expectancy.high]).toEqual([null, null]);
    expect(few.warnings.join(' ')).toMatch(/few|no trade/i);
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
  });

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
  });
});

describe('the progress of a backtest', () => {
  it('is told ten times a second at most, however fast it changes, and ends after the last', async () => {
    let bars = 0;
    const told: { bars: number; status: string; at: number }[] = [];
    const running = aBacktest({ status: 'RUNNING', barsTotal: 1_000 });
    const ended = { ...running, status: 'CANCELED' } as const;
    const reads = { backtest: async () => (bars > 4 ? ended : running) };
    const liveOf = () => (bars > 4 ? null : { bars: (bars += 1), total: 1_000, elapsedMs: 1 });
    const began = performance.now();
    for await (const { bars, status } of await followBacktest({ reads, liveOf }, 'ada', 'b'))
      told.push({ bars, status, at: performance.now() - began });
    expect(told.at(-1)!.status).toBe('CANCELED');
    expect(told.filter(({ status }) => status === 'RUNNING').length).toBeGreaterThan(1);
    for (const [n, { at }] of told.entries())
      if (n > 0) expect(at - told[n - 1]!.at).toBeGreaterThan(95);
  });
});

async function sets(): Promise<{ name: string; hash: string; rows: number }[]> {
  const query = '{ dataSets { name hash rows series { symbol kind interval missing } } }';
  return (await ada.data<{ dataSets: { name: string; hash: string; rows: number }[] }>(query))
    .dataSets;
}
