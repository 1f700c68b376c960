import type { Knex } from 'knex';
import { timeColumn } from '../columns.ts';

/**
 * The input of each decision on a trade, one row for the events that it made, numbered as they are in the user's
 * log. `input`: see `decision-row.ts` of the log.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('decision_journal', (t) => {
    t.text('username').notNullable().references('username').inTable('accounts');
    for (const name of ['first_sequence', 'last_sequence']) t.integer(name).notNullable();
    for (const name of ['trade_id', 'kind', 'actor']) t.text(name).notNullable();
    timeColumn(t, 'at').notNullable();
    t.text('input').notNullable();
    t.primary(['username', 'first_sequence']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('decision_journal');
}
