import { expect, it } from 'vitest';
import { backtestTable, measureBacktest } from './measure-backtest.ts';

it('the engine makes the same trades and money as a loop written for them, and is measured beside it', () => {
  const cases = measureBacktest(20_000, 1);
  const table = backtestTable(cases);
  console.log(table);
  expect(cases.map(({ work }) => work)).toEqual(
    expect.arrayContaining(['typed loop', 'sma-cross, by columns', 'sma-cross, bar by bar']),
  );
  expect(table).not.toContain('NaN');
}, 120_000);
