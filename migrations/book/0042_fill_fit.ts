import type { Knex } from 'knex';

/** How a trade that is placed under CALIBRATED fills; null under every other model. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    table.text('fill_fit');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    table.dropColumn('fill_fit');
  });
}
