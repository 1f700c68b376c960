import {
  REALISED,
  realisedRow,
  type RealisedShape,
} from '../../../domain/statistics/realised-columns.ts';
import { PART_COLUMNS, partFromRow, type JoinedPart } from '../book/read-realised.ts';
import { tradesAmong } from '../sql/chunks.ts';
import type { ColumnSource } from './column-source.ts';
import { FACT_COLUMNS, factsFromRow, type FactsRow } from './facts-row.ts';

/** What each trade, open or closed, realised on each day. */
export const REALISED_PARTS: ColumnSource<RealisedShape> = {
  kind: 'realised',
  layout: REALISED,
  rows: async (knex, username, ids, names) => {
    const found = await tradesAmong(knex, username, ids)
      .join('realised_days AS part', 'part.trade_id', 'trades.id')
      .select<(FactsRow & JoinedPart)[]>([...new Set([...FACT_COLUMNS, ...PART_COLUMNS])]);
    return found.map((row) => realisedRow(factsFromRow(row), partFromRow(row), names));
  },
};
