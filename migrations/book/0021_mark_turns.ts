import type { Knex } from 'knex';

/**
 * Numbers the transactions that write marks, and stores with each trade the number of its last mark: for
 * processes that share a SQLite file and look for each other's news.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('mark_turns', (t) => {
    t.integer('id').primary();
    t.bigInteger('last').notNullable();
  });
  await knex('mark_turns').insert({ id: 1, last: 0 });
  await knex.schema.alterTable('trades', (t) => void t.bigInteger('marked_in'));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (t) => void t.dropColumn('marked_in'));
  await knex.schema.dropTable('mark_turns');
}
