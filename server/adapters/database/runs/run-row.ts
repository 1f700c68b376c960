import type { StrategyRun } from '../../../domain/strategy/strategy-run.ts';
import { fromColumns, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';

const RUN: Shape<StrategyRun> = {
  ...{ id: 'text', username: 'text', strategyId: 'text', version: 'number', name: 'text' },
  ...{ kind: 'text', codeVersion: 'text', parameters: 'json', symbols: 'json', interval: 'text' },
  ...{ evidenceSince: 'time', seed: 'number', status: 'text', startedAt: 'time', endedAt: 'time' },
  ...{ lastBarAt: 'time', error: 'text', boundBy: 'text' },
};

export function runToRow(run: StrategyRun): Columns {
  return toColumns(run, RUN);
}

export function runFromRow(row: object): StrategyRun {
  return fromColumns<StrategyRun>(row, RUN);
}
