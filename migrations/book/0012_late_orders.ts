import type { Knex } from 'knex';
import { timeColumn } from '../columns.ts';

/**
 * When an order may last have left the desk, and a way to find one of any age by its tag; the accounts that
 * a book has traded in, which are compared whether anything is under way there or not.
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
