import type { Knex } from 'knex';
import type { Backtest, FailedSweepRun, SweepRunResult } from '../../../ports/backtests.ts';
import type { WorkName } from '../../../ports/backtest-queue.ts';
import { writeParts } from './backtest-parts.ts';
import { backtestToRow, triedToRow } from './backtest-row.ts';

/** A run of a sweep as a backtest of its own. */
export async function insertRun(
  trx: Knex.Transaction,
  work: WorkName,
  run: SweepRunResult | FailedSweepRun,
  now: Date,
): Promise<void> {
  const { id, parameters, input, place } = run;
  const backtest: Backtest = {
    ...{ id, username: work.username, ...(await strategyOf(trx, work)), input, parameters },
    ...{ sweepId: work.id, createdAt: now, finishedAt: now, ...endOf(run) },
  };
  const tried = 'tried' in run ? triedToRow(run.tried) : {};
  await trx('backtests').insert({ ...backtestToRow(backtest), sweep_place: place, ...tried });
  if ('summary' in run) await writeParts(trx, backtest, run);
}

function endOf(run: SweepRunResult | FailedSweepRun) {
  if ('error' in run)
    return {
      ...({ status: 'FAILED', error: run.error, summary: null } as const),
      ...{ trades: 0, barsDone: 0, barsTotal: 0 },
    };
  const { summary } = run;
  const { bars, stats } = summary;
  const done = { trades: stats.trades, barsDone: bars, barsTotal: bars };
  return { ...({ status: 'DONE', error: null } as const), summary, ...done };
}

async function strategyOf(trx: Knex.Transaction, { id }: WorkName) {
  const row = await trx<{ id: string; strategy_id: string; input: string }>('sweeps')
    .where({ id })
    .first('strategy_id', 'input');
  if (!row) throw new Error(`There is no sweep ${id}`);
  const { strategyVersion } = JSON.parse(row.input) as { readonly strategyVersion: number };
  return { strategyId: row.strategy_id, strategyVersion };
}
