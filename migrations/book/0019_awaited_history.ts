import type { Knex } from 'knex';

/** Whether the account's history said nothing yet of what a trade is under review for; null: not kept then. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    table.smallint('doubt_awaits_history');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    table.dropColumn('doubt_awaits_history');
  });
}
