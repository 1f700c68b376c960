import type { Knex } from 'knex';
import { timeColumn } from '../columns.ts';

/** The desk's daily duties and whether it was there to do them; the source of a trade's market figures. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('bookends', (t) => {
    t.text('trade_id').notNullable().references('id').inTable('trades');
    t.text('kind').notNullable();
    t.text('date').notNullable();
    t.text('username').notNullable();
    timeColumn(t, 'due').notNullable();
    timeColumn(t, 'at').notNullable();
    t.text('cause');
    t.primary(['trade_id', 'kind', 'date']);
    t.index(['username', 'date']);
    t.index(['date']);
  });
  await knex.schema.createTable('job_ticks', (t) => {
    t.text('job').primary();
    timeColumn(t, 'at').notNullable();
  });
  await knex.schema.alterTable('snapshot_ledger', (t) => void timeColumn(t, 'from'));
  await knex.schema.alterTable('trades', (t) => void t.text('context_source'));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (t) => void t.dropColumn('context_source'));
  await knex.schema.alterTable('snapshot_ledger', (t) => void t.dropColumn('from'));
  await knex.schema.dropTable('job_ticks');
  await knex.schema.dropTable('bookends');
}
