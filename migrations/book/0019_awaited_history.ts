import type { Knex } from 'knex';

/** Whether the account's history does not show yet why a trade is under review; null: stored before this column. */
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
