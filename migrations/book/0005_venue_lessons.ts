import type { Knex } from 'knex';
import { timeColumn } from '../columns.ts';

/** What an account's venue has refused, in its words. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('venue_lessons', (table) => {
    for (const name of ['venue', 'account', 'lesson', 'words']) table.text(name).notNullable();
    timeColumn(table, 'learned_at').notNullable();
    table.primary(['venue', 'account', 'lesson']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('venue_lessons');
}
