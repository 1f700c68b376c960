import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { StrategyFailed, type PoolRun } from '../../../server/ports/backtest-pool.ts';
import type { BacktestResult } from '../../../server/ports/backtests.ts';
import { BacktestWork } from '../../../server/usecases/strategies/backtest-work.ts';
import type { WorkData } from '../../../server/usecases/strategies/work-data.ts';
import { aResult } from '../../support/values/strategies.ts';

const N = { type: 'integer', default: 1, description: 'N.' };
const INPUT = {
  ...{ kind: 'mine', kindVersion: 'v', dataSet: 'days', symbols: ['SPY'], parameters: {} },
  ...{ from: '2026-03-02T00:00:00Z', to: '2026-03-07T00:00:00Z', interval: 'ONE_MINUTE' },
  ...{ grid: { n: [1, 2, 3] }, walkForward: null, limits: {}, realLimits: {} },
};
const SWEEP = { kind: 'sweep', id: 'one', username: 'ada' } as const;

/** Runs the sweep; what became of it, in order. */
async function swept(run: (n: number) => BacktestResult): Promise<readonly string[]> {
  const told: string[] = [];
  const kind = { version: 'v', own: false, parameters: { n: N } };
  const deps = {
    reads: { sweep: async () => ({ input: INPUT }) },
    kinds: { find: async () => kind },
    pool: { run: async ({ input }: PoolRun) => run(input.parameters.n as number) },
    queue: {
      claim: async () => true,
      placesDone: async () => new Map(),
      addRun: async (_: unknown, { place, error }: { place: number; error?: string }) =>
        told.push(`${place}: ${error ?? 'done'}`) > 0,
      finishSweep: async (..._: unknown[]) => told.push('DONE') > 0,
      fail: async (_: unknown, words: string) => told.push(`FAILED ${words}`) > 0,
    },
    digest: (text: string) => createHash('sha256').update(text).digest('hex'),
    ids: { next: () => 'id' },
    clock: { now: () => new Date('2026-03-08T00:00:00Z') },
    timers: { every: () => () => undefined },
    log: { error: (words: string) => told.push(words) },
    machineNow: () => 0,
  } as unknown as ConstructorParameters<typeof BacktestWork>[0];
  const data = { of: async () => ({ data: {}, hash: 'h' }) } as unknown as WorkData;
  const work = new BacktestWork(deps, data);
  await work.openSweep(SWEEP);
  for (let unit = work.unitOf('ada'); unit; unit = work.unitOf('ada')) await unit();
  return told;
}

function closing(trades: number): BacktestResult {
  const result = aResult(1);
  const { summary } = result;
  return { ...result, summary: { ...summary, stats: { ...summary.stats, trades } } };
}

it('a run of a sweep with too many trades fails alone, and says so', async () => {
  const told = await swept((n) => closing(n === 2 ? 250_001 : 10));
  expect(told).toEqual([
    '0: done',
    expect.stringMatching(/^1: It closed 250,001 trades, and a run keeps 250,000 at most/),
    '2: done',
    'DONE',
  ]);
});

it('a sweep of which every run fails fails with the reason', async () => {
  const told = await swept(() => {
    throw new StrategyFailed('Error: no idea');
  });
  expect(told.slice(0, 3)).toEqual([0, 1, 2].map((place) => `${place}: Error: no idea`));
  expect(told.slice(3)).toEqual(['FAILED Every run failed. Error: no idea']);
});

it('what is no fault of the strategy ends the sweep at once', async () => {
  const told = await swept((n) => {
    if (n === 2) throw new Error('The disk is full.');
    return closing(10);
  });
  expect(told).toEqual([
    '0: done',
    'A backtest failed',
    'FAILED Something went wrong on the server.',
  ]);
});
