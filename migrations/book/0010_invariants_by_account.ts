import type { Knex } from 'knex';

/** One book may have several accounts at a venue: each is reconciled by itself. */
export async function up(knex: Knex): Promise<void> {
  await keyedBy(knex, ['username', 'venue', 'account', 'invariant']);
}

/** Of several accounts at one venue, keeps the one compared last. */
export async function down(knex: Knex): Promise<void> {
  const newest = knex('invariant_checks as other')
    .max('other.checked_at')
    .whereRaw('other.username = invariant_checks.username')
    .whereRaw('other.venue = invariant_checks.venue');
  await knex('invariant_checks').where('checked_at', '<', newest).delete();
  await keyedBy(knex, ['username', 'venue', 'invariant']);
}

function keyedBy(knex: Knex, columns: readonly string[]): Promise<void> {
  return knex.schema.alterTable('invariant_checks', (t) => {
    t.dropPrimary();
    t.primary([...columns]);
  });
}
