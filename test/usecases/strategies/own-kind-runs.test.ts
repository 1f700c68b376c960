import { expect, it } from 'vitest';
import type { TradingMode } from '../../../server/domain/mode.ts';
import type { Refusal } from '../../../server/domain/refusal.ts';
import {
  StrategyFailed,
  type PoolRun,
  type RunWatch,
} from '../../../server/ports/backtest-pool.ts';
import type { BacktestResult } from '../../../server/ports/backtests.ts';
import type { StrategyKinds } from '../../../server/ports/strategies.ts';
import type { StrategyRuns } from '../../../server/ports/strategy-runs.ts';
import { checkOwnKinds } from '../../../server/usecases/run-control/own-kind-limit.ts';
import { OwnKindRuns } from '../../../server/usecases/strategies/own-kind-runs.ts';

const KINDS = [
  { kind: 'mine', own: true },
  { kind: 'sma-cross', own: false },
];
const kinds = {
  all: async () => KINDS,
  find: async (name: string) => KINDS.find(({ kind }) => kind === name) ?? null,
} as unknown as StrategyKinds;

it('backtests of own kinds run twenty at once for a user, those of shipped kinds as they come', async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const runs = new OwnKindRuns({
    kinds,
    pool: {
      run: ({ kind }) => {
        begun.push(kind);
        return new Promise((resolve) => ends.push(() => resolve(null)));
      },
    },
  });
  const begin = (user: string, kind: string) => runs.run(user, { kind } as PoolRun, {} as RunWatch);
  const all = Array.from({ length: 22 }, () => begin('ada', 'mine'));
  all.push(begin('ada', 'sma-cross'), begin('bob', 'mine'));
  await expect.poll(() => begun.length).toBe(22);
  ends[0]!();
  await expect.poll(() => begun.length).toBe(23);
  for (const end of ends) end();
  await expect.poll(() => begun.length).toBe(24);
  ends.at(-1)!();
  await Promise.all(all);
});

it('a run with more than 250,000 closed trades fails, and says what to change', async () => {
  const closing = (trades: number) => {
    const result = { summary: { stats: { trades } } } as BacktestResult;
    const runs = new OwnKindRuns({ kinds, pool: { run: async () => result } });
    return runs.run('ada', { kind: 'sma-cross' } as PoolRun, {} as RunWatch);
  };
  expect((await closing(250_000))?.summary.stats.trades).toBe(250_000);
  const failed = closing(250_001);
  await expect(failed).rejects.toThrow(StrategyFailed);
  await expect(failed).rejects.toThrow('closed 250,001 trades, and a run keeps 250,000 at most');
});

const running = (mode: TradingMode, count: number) =>
  ({
    mode,
    newest: async () =>
      Array.from({ length: count }, (_, n) => ({
        ...{ strategyId: `s${n}`, kind: n % 2 ? 'sma-cross' : 'mine' },
        status: n % 4 < 2 ? 'RUNNING' : 'STOPPED',
      })),
  }) as unknown as StrategyRuns;

it('runs of own kinds count in both books, and what runs there already counts once', async () => {
  // A quarter of these strategies runs and is of an own kind.
  const books = (paper: number, real: number) => [running('PAPER', paper), running('REAL', real)];
  const check = (strategyId: string, modes: readonly TradingMode[], paper = 40, real = 36) =>
    checkOwnKinds(kinds, books(paper, real), { username: 'ada', strategyId, modes }).then(
      () => null,
      ({ code, detail }: Refusal) => `${code} ${detail.field}`,
    );
  expect(await check('new', ['PAPER'])).toBeNull();
  expect(await check('new', ['PAPER', 'REAL'])).toBe('BAD_USER_INPUT id');
  expect(await check('s36', ['PAPER', 'REAL'])).toBeNull();
  expect(await check('new', ['PAPER'], 40, 40)).toBe('BAD_USER_INPUT id');
  expect(await check('s0', ['PAPER'], 40, 40)).toBeNull();
});
