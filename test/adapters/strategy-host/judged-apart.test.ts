import { afterAll, expect, it } from 'vitest';
import { ThreadPool } from '../../../server/adapters/strategy-host/pool/thread-pool.ts';
import { threadProgram } from '../../../server/compose/threads.ts';
import type { BacktestPosition } from '../../../server/domain/backtest/backtest-report.ts';
import {
  judgeBacktest,
  type BacktestToJudge,
} from '../../../server/domain/promotion/judge-backtest.ts';
import { someTrades } from '../../support/values/strategies.ts';

const pool = new ThreadPool(
  threadProgram('strategy-thread'),
  () => Promise.reject(new Error('No kind is needed.')),
  1,
);
afterAll(() => pool.close());

const DAY_MS = 86_400_000;
const START = Date.parse('2026-03-02T15:00:00Z');
const trades = someTrades(120).map((trade, n) => ({
  ...trade,
  ...{ entryAt: START + n * DAY_MS, exitAt: START + n * DAY_MS + 60_000 },
  netPnl: String(n % 3 === 0 ? -0.25 : 0.5 + n / 1_000),
}));
const stored = [trades.slice(0, 70), trades.slice(70)].map((some) => JSON.stringify(some));
const open: readonly BacktestPosition[] = [
  { symbol: 'SPY', quantity: '2', costBasis: '1000.1', price: '501' },
];

it('a thread judges a backtest by its stored trades as the gates do', async () => {
  const backtest: BacktestToJudge = {
    ...{ strategyId: 's', from: 'BACKTEST', since: new Date(START), open, tried: 3 },
    ...{ now: new Date(START + 200 * DAY_MS), to: new Date(START + 130 * DAY_MS) },
    ...{ maxDrawdownPct: 4, lookAhead: 'NONE', drift: null, completeness: null, breaker: null },
  };
  const report = await pool.judge({ trades: stored, backtest });
  expect(report).toEqual(judgeBacktest(trades, backtest));
  expect(report.trades).toBe(120);
  expect(report.gates.map(({ rule }) => rule)).toContain('LOOK_AHEAD');
  // A position that is open at the end counts against the strategy.
  const flat = await pool.judge({ trades: stored, backtest: { ...backtest, open: [] } });
  expect(flat.gates).not.toEqual(report.gates);
});

it('a thread draws the stored trades as they are', async () => {
  const asked = { cash: '1000', runs: 20, seed: 3 };
  const drawn = await pool.monteCarlo({ trades: stored, ...asked });
  expect(drawn).toEqual(await pool.monteCarlo({ trades: [JSON.stringify(trades)], ...asked }));
  expect(drawn).not.toBeNull();
});
