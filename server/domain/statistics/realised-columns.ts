import type { Columns } from '../columns/columns.ts';
import type { Layout, Row, Shape } from '../columns/layout.ts';
import type { Names } from '../columns/names.ts';
import type { RealisedPart } from './realised-part.ts';
import { FACTS, factsOf, type FactsShape, type TradeFacts } from './trade-facts.ts';

export interface RealisedShape extends Shape {
  readonly numbers: FactsShape['numbers'] | 'day' | 'lastAt' | 'ended';
  readonly amounts: 'net' | 'fees';
  readonly codes: FactsShape['codes'] | 'date';
}

/** Realised parts, by day and then by time. */
export type RealisedColumns = Columns<RealisedShape>;

export const REALISED: Layout<RealisedShape> = {
  numbers: [...FACTS.numbers, 'day', 'lastAt', 'ended'],
  amounts: ['net', 'fees'],
  codes: [...FACTS.codes, 'date'],
  sort: ['day', 'lastAt'],
};

export function realisedRow(
  facts: TradeFacts,
  part: RealisedPart,
  names: Names,
): Row<RealisedShape> {
  const { numbers, codes } = factsOf(facts, names);
  const { date, lastAt, ended, realizedPnl, fees } = part;
  const day = Date.parse(date);
  return {
    id: facts.id,
    numbers: { ...numbers, day, lastAt: lastAt.getTime(), ended: ended ?? NaN },
    amounts: { net: realizedPnl.minus(fees), fees },
    codes: { ...codes, date: names.codeOf(date) },
  };
}
