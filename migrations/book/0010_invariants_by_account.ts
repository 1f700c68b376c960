import type { Knex } from 'knex';

/** Keys checks by account: a book may have several accounts at a venue, each reconciled by itself. */
export async function up(knex: Knex): Promise<void> {
  await keyedBy(knex, ['username', 'venue', 'account', 'invariant']);
}

/** Keeps, of several accounts at one venue, the account compared last. */
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
