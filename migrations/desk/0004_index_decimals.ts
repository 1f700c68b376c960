import type { Knex } from 'knex';

/** The decimals of a token by the index, to compare with the directory's; null while it has said nothing. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('tokens', (table) => void table.smallint('index_decimals'));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('tokens', (table) => void table.dropColumn('index_decimals'));
}
