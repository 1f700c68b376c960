import type { Knex } from 'knex';

/**
 * How often something about a user was written outside the user's own changes: marks, and counts of what was
 * marked. Together with the number of changes it shows whether a book is as it was last read.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('unlogged_writes', (t) => {
    t.text('username').primary().references('username').inTable('accounts');
    t.bigInteger('count').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('unlogged_writes');
}
