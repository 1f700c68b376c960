import { FILLS, fillRow, type FillShape } from '../../../domain/statistics/fill-columns.ts';
import { fillsSeen } from '../marks/fills-seen.ts';
import { tradesAmong } from '../sql/chunks.ts';
import type { ColumnSource } from './column-source.ts';
import { FACT_COLUMNS, factsFromRow, type FactsRow } from './facts-row.ts';

/** The fills of closed trades. */
export const FILLS_SEEN: ColumnSource<FillShape> = {
  kind: 'fills',
  layout: FILLS,
  rows: async (knex, username, ids, names) => {
    const closed = await tradesAmong(knex, username, ids)
      .where('trades.phase', 'CLOSED')
      .whereNotNull('trades.net_sign')
      .select<FactsRow[]>(FACT_COLUMNS);
    const facts = new Map(closed.map((row) => [row.id, factsFromRow(row)]));
    const fills = await fillsSeen(knex, username, [...facts.keys()]);
    return fills.map((fill) => fillRow(facts.get(fill.tradeId)!, fill, names));
  },
};
