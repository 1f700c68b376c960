import type { Knex } from 'knex';
import type { BestWrite } from '../../../ports/mark-writes.ts';
import type { MarkedTrade } from './write-marks.ts';

/** Two servers may have seen different quotes: a long keeps the higher bid, a short the lower ask. */
const IS_BETTER = `trailing_best IS NULL OR CASE WHEN side LIKE 'BUY%'
  THEN CAST(trailing_best AS NUMERIC) < CAST(? AS NUMERIC)
  ELSE CAST(trailing_best AS NUMERIC) > CAST(? AS NUMERIC) END`;

/** Returns the trades whose best price changed. Writes in id order, so that two servers cannot deadlock. */
export async function writeBests(
  trx: Knex.Transaction,
  bests: readonly BestWrite[],
  turn: number | null,
): Promise<readonly MarkedTrade[]> {
  const noted: MarkedTrade[] = [];
  const inOrder = [...bests].sort((a, b) => (a.tradeId < b.tradeId ? -1 : 1));
  for (const { username, tradeId: id, best } of inOrder) {
    const value = best.toFixed();
    const changed: number = await trx('trades')
      .where({ id, username, phase: 'OPEN' })
      .whereNotNull('trailing_pct')
      .whereRaw(`(${IS_BETTER})`, [value, value])
      .update({ trailing_best: value, marked_in: turn });
    if (changed > 0) noted.push({ id, username });
  }
  return noted;
}
