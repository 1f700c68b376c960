import { CURVE, moveRow, tickRow, type CurveShape } from '../../../domain/book/curve-columns.ts';
import { movesOf } from '../book/book-history.ts';
import { priceTicks } from '../marks/price-ticks.ts';
import { tradesAmong } from '../sql/chunks.ts';
import type { ColumnSource } from './column-source.ts';

const ALL_TIME = { from: new Date(0), to: new Date(8.64e15) };

/**
 * All cash moves, and the last price of each stretch for closed trades, which get no more snapshots. An open
 * trade's prices come without an event, so they are not among them.
 */
export function curveSource(stretchMs: number): ColumnSource<CurveShape> {
  return {
    kind: `curve ${stretchMs}`,
    layout: CURVE,
    rows: async (knex, username, ids, names) => {
      const moves = await movesOf(knex, username, ids);
      const closed = await tradesAmong(knex, username, ids)
        .where('trades.phase', 'CLOSED')
        .pluck('trades.id');
      const ticks = await priceTicks(knex, username, closed, ALL_TIME, stretchMs);
      return [
        ...moves.map(({ move, sequence }) => moveRow(move, sequence, names)),
        ...ticks.map((tick) => tickRow(tick, names)),
      ];
    },
  };
}
