import type { Knex } from 'knex';
import { timeColumn } from '../columns.ts';

/**
 * The last time at which an order may have left the desk, an index to find one of any age by its tag, and the
 * accounts in which a book has traded, which are reconciled whether or not anything is active there.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (t) => {
    timeColumn(t, 'sent_at');
    t.index(['username', 'tag']);
  });
  await knex('orders')
    .whereIn('status', ['SUBMITTED', 'UNKNOWN'])
    .update({ sent_at: knex.ref('updated_at') });
  await knex.schema.createTable('venue_accounts', (t) => {
    t.text('username').notNullable().references('username').inTable('accounts');
    for (const name of ['venue', 'account']) t.text(name).notNullable();
    t.primary(['username', 'venue', 'account']);
  });
  const known = knex('trades')
    .select('username', 'venue', 'venue_account')
    .union(knex('invariant_checks').select('username', 'venue', 'account'));
  await knex
    .insert(known)
    .into(knex.raw('?? (??, ??, ??)', ['venue_accounts', 'username', 'venue', 'account']));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('venue_accounts');
  await knex.schema.alterTable('orders', (t) => {
    t.dropIndex(['username', 'tag']);
    t.dropColumn('sent_at');
  });
}
