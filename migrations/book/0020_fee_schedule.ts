import type { Knex } from 'knex';

/** The schedule of a trade's fees; null for a trade that was stored before. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    table.text('fee_schedule');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    table.dropColumn('fee_schedule');
  });
}
