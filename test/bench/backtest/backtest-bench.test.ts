import { expect, it } from 'vitest';
import { threadProgram } from '../../../server/compose/threads.ts';
import { backtestTable, measureBacktest } from './measure-backtest.ts';
import { measureSweeps, sweepTable } from './measure-sweep.ts';

it('the engine makes the same trades and money as a loop written for them, and is measured beside it', () => {
  const cases = measureBacktest(20_000, 1);
  const table = backtestTable(cases);
  console.log(table);
  expect(cases.map(({ work }) => work)).toEqual(
    expect.arrayContaining(['typed loop', 'sma-cross, by columns', 'sma-cross, bar by bar']),
  );
  expect(table).not.toContain('NaN');
}, 120_000);

it('a sweep by threads is measured: its first result, its bars a second and core, and two threads beside one', async () => {
  const whole = { sets: 2, columns: 2, bars: 3_000, lanes: 1 };
  const sweep = { part: { ...whole, sets: 1 }, whole, rounds: 1 };
  const measured = await measureSweeps(threadProgram('strategy-thread'), sweep);
  const plans = measured.map(({ plan: { sets, lanes } }) => [sets, lanes]);
  expect(plans).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
  ]);
  const [one, two, all] = measured;
  expect(two!.trades).toBe(one!.trades);
  expect(one!.trades).toBeGreaterThan(50);
  expect(all!.trades).toBeGreaterThan(one!.trades);
  for (const { firstMs, wallMs } of measured) expect(firstMs).toBeLessThanOrEqual(wallMs);
  expect(sweepTable(measured)).not.toContain('NaN');
}, 120_000);
