import type { Knex } from 'knex';
import { requiredDecimals, timeColumn } from '../columns.ts';

const MONEY = ['cash', 'cost', 'deposits', 'realized_pnl', 'fees'];

/** How far each user’s log has been read and verified, from where any server goes on, and what was found. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('log_checks', (t) => {
    t.text('username').primary().references('username').inTable('accounts');
    timeColumn(t, 'began_at').notNullable();
    timeColumn(t, 'ended_at');
    t.bigInteger('sequence').notNullable();
    t.text('hash').notNullable();
    requiredDecimals(knex, t, MONEY);
    t.bigInteger('fault_sequence');
    t.text('fault_problem');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('log_checks');
}
