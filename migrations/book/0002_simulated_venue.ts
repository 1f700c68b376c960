import type { Knex } from 'knex';
import { flagColumn, timeColumn } from '../columns.ts';

/** One row per account: the whole state of the simulated venue, replaced by compare-and-set on `version`. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('simulated_venue', (table) => {
    table.text('account').primary();
    table.integer('version').notNullable();
    table.text('state').notNullable();
    flagColumn(table, 'working').index();
    timeColumn(table, 'updated_at').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('simulated_venue');
}
