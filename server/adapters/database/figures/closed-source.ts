import { CLOSED, closedRow, type ClosedShape } from '../../../domain/statistics/closed-columns.ts';
import { tradesAmong } from '../sql/chunks.ts';
import { closedResult, RESULT_COLUMNS } from '../trades/closed-result.ts';
import type { TradeRow } from '../trades/trade-row.ts';
import type { ColumnSource } from './column-source.ts';
import { FACT_COLUMNS, factsFromRow, type FactsRow } from './facts-row.ts';

/** Closed trades with at least one fill. */
export const CLOSED_TRADES: ColumnSource<ClosedShape> = {
  kind: 'closed',
  layout: CLOSED,
  rows: async (knex, username, ids, names) => {
    const found = await tradesAmong(knex, username, ids)
      .where('phase', 'CLOSED')
      .whereNotNull('net_sign')
      .select<(FactsRow & TradeRow)[]>([...new Set([...FACT_COLUMNS, ...RESULT_COLUMNS])]);
    return found.map((row) => closedRow(factsFromRow(row), closedResult(row), names));
  },
};
