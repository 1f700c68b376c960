import type { Knex } from 'knex';
import { textColumns, timeColumn } from '../columns.ts';

/**
 * Which API token placed which trade, for its mandate; how often a user's mandates were changed; and the token
 * whose mandate bounds a strategy's run.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('mandate_trades', (t) => {
    t.text('trade_id').primary();
    t.text('username').notNullable().references('username').inTable('accounts');
    t.text('token_id').notNullable();
    timeColumn(t, 'placed_at').notNullable();
    t.index(['username', 'token_id', 'placed_at'], 'mandate_trades_placed');
  });
  await knex.schema.createTable('mandate_turns', (t) => {
    t.text('username').primary().references('username').inTable('accounts');
    t.integer('turn').notNullable();
  });
  await knex.schema.alterTable('strategy_runs', (t) => textColumns(t, ['bound_by']));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('strategy_runs', (t) => t.dropColumn('bound_by'));
  for (const table of ['mandate_turns', 'mandate_trades']) await knex.schema.dropTable(table);
}
