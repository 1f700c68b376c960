import { instrumentOf } from '../bars/instrument-of.ts';
import type { Columns } from '../columns/columns.ts';
import type { Layout, Row, Shape } from '../columns/layout.ts';
import type { Names } from '../columns/names.ts';
import { FACTS, factsOf, type FactsShape } from '../statistics/trade-facts.ts';
import { DRIFT_CAUSES, type DriftCause } from './drift-cause.ts';
import { rowId, type KeptRow } from './kept-row.ts';

export interface DriftShape extends Shape {
  readonly numbers: FactsShape['numbers'] | 'at';
  readonly amounts: DriftCause | 'expected' | 'actual';
  readonly codes: FactsShape['codes'] | 'trade' | 'strategyId' | 'problem';
}

/** Rows of drift, by time. A row without a trade of ours has the facts of the reference's trade. */
export type DriftColumns = Columns<DriftShape>;

export const DRIFT: Layout<DriftShape> = {
  numbers: [...FACTS.numbers, 'at'],
  amounts: [...DRIFT_CAUSES, 'expected', 'actual'],
  codes: [...FACTS.codes, 'trade', 'strategyId', 'problem'],
  sort: ['at'],
};

export function driftRow(row: KeptRow, names: Names): Row<DriftShape> {
  const { symbol, expected, actual, split, at } = row;
  const { underlying, assetClass } = instrumentOf(symbol);
  const facts = factsOf(
    {
      ...{ id: rowId(row), symbol, underlying, assetClass, strategy: row.strategy },
      ...{ aiModel: null, status: row.reason, tags: [] },
      ...{ openedAt: new Date(at), closedAt: new Date(row.endedAt) },
      outcome: expected.comparedTo(0),
    },
    names,
  );
  return {
    id: rowId(row),
    numbers: { ...facts.numbers, at },
    amounts: { ...split, expected, actual },
    codes: {
      ...facts.codes,
      trade: names.codeOf(row.tradeId),
      strategyId: names.codeOf(row.strategyId),
      problem: names.codeOf(row.problem),
    },
  };
}
