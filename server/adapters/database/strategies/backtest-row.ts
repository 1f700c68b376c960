import { Model } from 'objection';
import { FAILED_RANK, rankOf } from './run-rank.ts';
import type { Backtest, BacktestStatus, Sweep, Tried } from '../../../ports/backtests.ts';
import { fromPlainJson, toPlainJson } from '../sql/plain-json.ts';

/** Columns that backtests and sweeps share. */
interface WorkRow {
  readonly id: string;
  readonly username: string;
  readonly strategy_id: string;
  readonly status: BacktestStatus;
  readonly input: string;
  readonly created_at: number;
  readonly finished_at: number | null;
  readonly error: string | null;
}

export interface BacktestColumns extends WorkRow {
  readonly strategy_version: number;
  readonly sweep_id: string | null;
  readonly parameters: string | null;
  readonly report: string | null;
  readonly rank: number | null;
  readonly bars_done: number;
  readonly bars_total: number;
  readonly trades: number;
}

export interface SweepColumns extends WorkRow {
  readonly runs_done: number;
  readonly runs_total: number;
  readonly walk_forward: string | null;
}

export class BacktestRow extends Model {
  static override tableName = 'backtests';
  declare id: string;
  declare created_at: number;
  declare rank: number;
}

export class SweepRow extends Model {
  static override tableName = 'sweeps';
  declare id: string;
  declare created_at: number;
}

function workOf(row: WorkRow) {
  return {
    id: row.id,
    username: row.username,
    strategyId: row.strategy_id,
    status: row.status,
    input: JSON.parse(row.input) as Backtest['input'],
    createdAt: new Date(row.created_at),
    finishedAt: row.finished_at === null ? null : new Date(row.finished_at),
    error: row.error,
  };
}

function rowOf(work: Backtest | Sweep): WorkRow {
  return {
    id: work.id,
    username: work.username,
    strategy_id: work.strategyId,
    status: work.status,
    input: JSON.stringify(work.input),
    created_at: work.createdAt.getTime(),
    finished_at: work.finishedAt?.getTime() ?? null,
    error: work.error,
  };
}

export function backtestFromRow(given: object): Backtest {
  const row = given as BacktestColumns;
  return {
    ...workOf(row),
    strategyVersion: row.strategy_version,
    sweepId: row.sweep_id,
    parameters: row.parameters === null ? null : (JSON.parse(row.parameters) as never),
    barsDone: row.bars_done,
    barsTotal: row.bars_total,
    trades: row.trades,
    summary: row.report === null ? null : fromPlainJson(row.report),
  };
}

export function backtestToRow(backtest: Backtest): BacktestColumns {
  const { parameters, summary, sweepId } = backtest;
  const failed = sweepId === null ? null : FAILED_RANK;
  return {
    ...rowOf(backtest),
    strategy_version: backtest.strategyVersion,
    sweep_id: sweepId,
    parameters: parameters && JSON.stringify(parameters),
    report: summary && toPlainJson(summary),
    rank: summary ? rankOf(summary.stats.expectancy.low) : failed,
    bars_done: backtest.barsDone,
    bars_total: backtest.barsTotal,
    trades: backtest.trades,
  };
}

export function sweepFromRow(given: object): Sweep {
  const row = given as SweepColumns;
  return {
    ...workOf(row),
    runsDone: row.runs_done,
    runsTotal: row.runs_total,
    walkForward: row.walk_forward === null ? null : fromPlainJson(row.walk_forward),
  };
}

export function sweepToRow(sweep: Sweep): SweepColumns {
  return {
    ...rowOf(sweep),
    runs_done: sweep.runsDone,
    runs_total: sweep.runsTotal,
    walk_forward: sweep.walkForward && toPlainJson(sweep.walkForward),
  };
}

export function triedToRow({ data, parameters }: Tried) {
  return { tried_data: data, tried_parameters: parameters };
}
