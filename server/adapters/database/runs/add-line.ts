import type { Knex } from 'knex';
import type { RunDecision } from '../../../domain/strategy/run-decision.ts';
import type { RunLine, StrategyRun } from '../../../domain/strategy/strategy-run.ts';
import { decisionToRow } from './decision-row.ts';
import { lineToRow } from './line-row.ts';

interface Locked {
  readonly username: string;
  readonly id: string;
  readonly status: string;
  readonly last_sequence: number;
  readonly strategy_id: string;
  readonly last_bar_at: number | null;
}

/** See `StrategyRuns.add`. A line that is refused writes nothing. */
export async function addLine(
  trx: Knex.Transaction,
  { username, id }: Pick<StrategyRun, 'username' | 'id'>,
  line: RunLine,
  decisions: readonly RunDecision[],
): Promise<boolean> {
  const run = await trx<Locked>('strategy_runs')
    .where({ username, id, status: 'RUNNING', last_sequence: line.sequence - 1 })
    .forUpdate()
    .first('strategy_id', 'last_bar_at');
  if (!run) return false;
  const added = (await trx('run_lines')
    .insert(lineToRow(username, line))
    .onConflict()
    .ignore()
    .returning('sequence')) as unknown[];
  if (added.length === 0) return false;
  await trx('strategy_runs')
    .where({ username, id })
    .update({ last_sequence: line.sequence, last_bar_at: lastBarAt(run, line) });
  const strategy = { username, strategyId: run.strategy_id };
  const rows = decisions.map((decision) => decisionToRow(strategy, decision));
  if (rows.length > 0) await trx('run_decisions').insert(rows);
  return true;
}

/** The latest bar so far: bars of several symbols do not come in the order of their times. */
function lastBarAt(
  { last_bar_at: before }: Pick<Locked, 'last_bar_at'>,
  { input }: RunLine,
): number | null {
  return input.kind === 'BAR' ? Math.max(before ?? -Infinity, input.bar.at.getTime()) : before;
}
