import { Model } from 'objection';
import type { Username } from '../../../domain/ids.ts';
import type { NoTrade, RunDecision } from '../../../domain/strategy/run-decision.ts';
import type { DecisionOutcome } from '../../../ports/strategy-runs.ts';
import type { Keyset } from '../sql/paging.ts';
import { fromColumns, orNone, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';

type Flat = Omit<RunDecision, 'noTrade'>;
const DECISION: Shape<Flat> = {
  ...{ runId: 'text', key: 'text', sequence: 'number', ordinal: 'number', symbol: 'text' },
  ...{ ask: 'json', decidedAt: 'time', barEnd: 'time', state: 'text', settledAt: 'time' },
  ...{ tradeId: 'text', shadowPnl: 'decimal', shadowNote: 'text' },
};
const NO_TRADE: Shape<NoTrade> = { code: 'text', message: 'text', actNeeded: 'flag' };

export class DecisionRow extends Model {
  static override tableName = 'run_decisions';
  static override idColumn = ['run_id', 'key'];

  declare run_id: string;
  declare strategy_id: string;
  declare sequence: number;
  declare ordinal: number;
  declare decided_at: number;
  declare no_trade_code: string | null;
}

export const NO_TRADES: Keyset<DecisionRow> = {
  list: 'no-trades',
  columns: ['decided_at', 'run_id', 'sequence', 'ordinal'],
  types: ['number', 'string', 'number', 'number'],
  keyOf: ({ decided_at, run_id, sequence, ordinal }) => [decided_at, run_id, sequence, ordinal],
};

export function decisionToRow(
  { username, strategyId }: { readonly username: Username; readonly strategyId: string },
  decision: RunDecision,
): Columns {
  return {
    ...toColumns<Flat>(decision, DECISION),
    ...orNone(decision.noTrade, NO_TRADE, 'no_trade_'),
    ...{ username, strategy_id: strategyId },
  };
}

export function outcomeToRow({ state, settledAt, tradeId, noTrade }: DecisionOutcome): Columns {
  const settled = { state, settled_at: settledAt?.getTime() ?? null, trade_id: tradeId };
  return { ...settled, ...orNone(noTrade, NO_TRADE, 'no_trade_') };
}

export function decisionFromRow(row: DecisionRow): RunDecision {
  return {
    ...fromColumns<Flat>(row, DECISION),
    noTrade: row.no_trade_code === null ? null : fromColumns<NoTrade>(row, NO_TRADE, 'no_trade_'),
  };
}
