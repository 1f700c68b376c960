import type { Knex } from 'knex';
import { timeColumn } from '../columns.ts';

/** Who may enter trades with real money until when; and the paper twins of real trades. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('armings', (t) => {
    t.text('username').primary().references('username').inTable('accounts');
    for (const name of ['id', 'accounts']) t.text(name).notNullable();
    for (const name of ['armed_at', 'until']) timeColumn(t, name).notNullable();
  });
  await knex.schema.alterTable('trades', (t) => void t.text('twin_of'));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (t) => void t.dropColumn('twin_of'));
  await knex.schema.dropTable('armings');
}
