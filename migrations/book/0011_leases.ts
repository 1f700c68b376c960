import type { Knex } from 'knex';
import { timeColumn } from '../columns.ts';

/** Tasks that a single server does, and until when it counts as alive. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('leases', (table) => {
    for (const name of ['lane', 'name', 'username', 'holder']) table.text(name).notNullable();
    timeColumn(table, 'until').notNullable();
    table.primary(['lane', 'name']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('leases');
}
