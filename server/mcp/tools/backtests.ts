import { fieldTool } from '../field-tool.ts';
import { READS, writes } from '../kinds.ts';
import type { MakeTool } from '../tool.ts';
import { toldOfNone } from '../told.ts';
import { SUMMARY, toldOfBacktest, type ToldBacktest } from './backtest-told.ts';
import { PAGE } from './fields.ts';

export const backtests: MakeTool = (deps) =>
  fieldTool<ToldBacktest>(deps, {
    ...READS,
    name: 'backtests',
    title: 'Backtests',
    ...{ operation: 'query', field: 'backtests' },
    select: `{ nodes { id strategyId status progress error createdAt finishedAt bars hash endEquity
      maxDrawdownPct } ${PAGE} }`,
    paged: { by: 'after' },
    tell: toldOfBacktest,
  });

export const dataSets: MakeTool = (deps) =>
  fieldTool<ToldBacktest>(deps, {
    ...READS,
    name: 'data_sets',
    title: 'Imported data for backtests',
    ...{ operation: 'query', field: 'dataSets' },
    note: 'A backtest without a data set uses the desk’s own bars.',
    select: '{ id name rows hash createdAt series { symbol kind interval from to rows missing } }',
    paged: { by: 'skip' },
    tell: ({ told }) => toldOfNone(told),
  });

export const runBacktest: MakeTool = (deps) =>
  fieldTool<ToldBacktest>(deps, {
    ...writes({}),
    name: 'run_backtest',
    title: 'Run a backtest',
    ...{ operation: 'mutation', field: 'runBacktest' },
    description:
      'Tries a strategy on the past. Answers at once with a backtest that waits or runs: call the tool backtest until its status is DONE.',
    select: `{ ${SUMMARY} }`,
    tell: toldOfBacktest,
  });

export const cancelBacktest: MakeTool = (deps) =>
  fieldTool<ToldBacktest>(deps, {
    ...writes({ idempotentHint: true }),
    name: 'cancel_backtest',
    title: 'Cancel a backtest',
    ...{ operation: 'mutation', field: 'cancelBacktest' },
    select: `{ ${SUMMARY} }`,
    tell: toldOfBacktest,
  });
