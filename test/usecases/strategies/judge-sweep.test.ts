import { describe, expect, it } from 'vitest';
import { sweepOverfitting } from '../../../server/domain/backtest/sweep-overfitting.ts';
import type { BacktestPool } from '../../../server/ports/backtest-pool.ts';
import type { BacktestReads, BacktestStatus } from '../../../server/ports/backtests.ts';
import { JudgeSweep } from '../../../server/usecases/strategies/judge-sweep.ts';

const DAY_MS = 86_400_000;

/** A sweep of runs with as many trades each, one a day, and what was read of it. Null: the run failed. */
function sweepOf(tradesOfRuns: readonly (number | null)[], status: BacktestStatus = 'DONE') {
  const read: string[] = [];
  const state = { status };
  const reads = {
    sweep: () => Promise.resolve({ status: state.status }),
    sweepRuns: (_user: string, _id: string, page: { first: number; after: string | null }) => {
      const from = page.after === null ? 0 : Number(page.after) + 1;
      const items = tradesOfRuns
        .map((trades, n) => ({ cursor: String(n), item: { id: `run${n}`, ...runOf(trades) } }))
        .slice(from, from + page.first);
      const hasNextPage = from + page.first < tradesOfRuns.length;
      return Promise.resolve({ items, hasNextPage, totalCount: tradesOfRuns.length });
    },
    allTrades: (_user: string, id: string) => {
      read.push(id);
      const run = Number(id.slice(3));
      return Promise.resolve(
        Array.from({ length: tradesOfRuns[run]! }, (_, n) => ({
          exitAt: Date.parse('2026-03-02T15:00:00Z') + n * DAY_MS,
          netPnl: String(((n * (run + 3)) % 7) - 2.5),
        })),
      );
    },
  } as unknown as BacktestReads;
  const overfitting: BacktestPool['overfitting'] = (runs) =>
    Promise.resolve(sweepOverfitting(runs));
  const pool = { overfitting } as BacktestPool;
  return { judge: new JudgeSweep({ reads, pool }), read, state };
}

const runOf = (trades: number | null) => ({
  ...{ trades: trades ?? 0, status: trades === null ? 'FAILED' : 'DONE' },
});

describe('what is luck in a sweep', () => {
  it('is weighed over all pages of its runs, and read once', async () => {
    const { judge, read } = sweepOf([...Array<number>(120).fill(20), 0]);
    const found = await judge.execute('ada', 's1');
    expect(found).toMatchObject({ runs: 121, days: 20 });
    expect(found?.bestSharpe).toBeGreaterThan(0);
    expect(read).toHaveLength(120);
    expect(await judge.execute('ada', 's1')).toBe(found);
    expect(read).toHaveLength(120);
    await judge.execute('bob', 's1');
    expect(read).toHaveLength(240);
  });

  it('is weighed of the runs that are done, not of those that failed', async () => {
    const { judge, read } = sweepOf([20, 20, null, null]);
    expect(await judge.execute('ada', 's1')).toMatchObject({ runs: 2, days: 20 });
    expect(read).toEqual(['run0', 'run1']);
  });

  it('is asked for again until the sweep is done', async () => {
    const { judge, state } = sweepOf([20, 20], 'RUNNING');
    expect(await judge.execute('ada', 's1')).toBeNull();
    state.status = 'DONE';
    expect(await judge.execute('ada', 's1')).toMatchObject({ runs: 2 });
  });

  it.each([
    ['one run', [20]],
    ['one run that is done', [20, null]],
    ['more than 500 runs', Array<number>(501).fill(1)],
    ['more than 100,000 trades', [60_000, 40_001]],
  ])('is not weighed of %s, and nothing is read for it', async (_, runs) => {
    const { judge, read } = sweepOf(runs);
    expect(await judge.execute('ada', 's1')).toBeNull();
    expect(read).toEqual([]);
  });
});
