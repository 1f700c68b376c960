import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';

/** See `NarrowReads.rungMoveIsLogged`. The condition is that of its index, to the letter. */
export async function rungMoveIsLogged(
  knex: Knex,
  username: Username,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<boolean> {
  const found = await knex('events')
    .where({ username, occurred_at: at.getTime() })
    .whereRaw(`type IN ('STRATEGY_DEMOTED', 'STRATEGY_PROMOTED')`)
    .pluck<string[]>('payload');
  return found.some((payload) => (JSON.parse(payload) as { moveId?: string }).moveId === id);
}
