import type { Columns } from '../columns/columns.ts';
import type { Layout, Row, Shape } from '../columns/layout.ts';
import type { Names } from '../columns/names.ts';
import { netPnlOf } from '../trade/trade-figures.ts';
import type { ClosedResult } from './closed-result.ts';
import { segmentOf, SEGMENTS, type Segmentation } from './segment-keys.ts';
import { FACTS, factsOf, type FactsShape, type TradeFacts } from './trade-facts.ts';

export interface ClosedShape extends Shape {
  readonly numbers: FactsShape['numbers'] | 'aiConfidence';
  readonly amounts: 'net' | 'fees';
  readonly codes: FactsShape['codes'] | Segmentation | 'verdict' | 'run';
}

/** Closed trades with a fill, by time of closing. */
export type ClosedColumns = Columns<ClosedShape>;

export const CLOSED: Layout<ClosedShape> = {
  numbers: [...FACTS.numbers, 'aiConfidence'],
  amounts: ['net', 'fees'],
  codes: [...FACTS.codes, ...SEGMENTS, 'verdict', 'run'],
  sort: ['closedAt'],
};

export function closedRow(facts: TradeFacts, result: ClosedResult, names: Names): Row<ClosedShape> {
  const { numbers, codes } = factsOf(facts, names);
  // Field by field: a whole book is read at once, and spreading some twenty fields takes ten times as long.
  const all = codes as Record<ClosedShape['codes'], number>;
  for (const segment of SEGMENTS) all[segment] = names.codeOf(segmentOf(result, segment));
  all.verdict = names.codeOf(result.context.aiVerdict);
  all.run = names.codeOf(result.strategyRun?.runId ?? null);
  return {
    id: facts.id,
    numbers: { ...numbers, aiConfidence: result.context.aiConfidence ?? NaN },
    amounts: { net: netPnlOf(result), fees: result.fees },
    codes: all,
  };
}
