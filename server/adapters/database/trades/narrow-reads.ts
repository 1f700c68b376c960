import type { Knex } from 'knex';
import type { OpenFigures } from '../../../ports/narrow-reads.ts';
import { isPostgres } from '../sql/dialect.ts';

/** Rows of `trades` that `needsDesk` was true of at their version, or of which nobody has judged it there. */
export const UNGUARDED =
  "phase = 'OPEN' AND (guarded_version IS NULL OR guarded_version <> version)";

export async function openFigures(knex: Knex, username: string): Promise<OpenFigures> {
  const active = knex('trades').where({ username }).whereIn('phase', ['PENDING', 'OPEN']);
  const [unknown] = await knex('orders')
    .where({ username, status: 'UNKNOWN' })
    .whereIn('trade_id', active.select('id'))
    .count<{ count: number }[]>({ count: '*' });
  const part = (name: string) =>
    isPostgres(knex) ? `mark::jsonb ->> '${name}'` : `json_extract(mark, '$.${name}')`;
  const [marked] = await knex('trades')
    .where({ username, phase: 'OPEN' })
    .whereRaw(`${part('receivedAt')} IS NOT NULL`)
    // Times in a mark are ISO texts, which sort as the times do.
    .select<{ oldest: string | null }[]>(
      knex.raw(`min(COALESCE(${part('sourceTime')}, ${part('receivedAt')})) AS oldest`),
    );
  return {
    unknownOrders: unknown?.count ?? 0,
    oldestMark: marked?.oldest ? new Date(marked.oldest) : null,
  };
}
