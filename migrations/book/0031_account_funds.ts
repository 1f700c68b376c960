import type { Knex } from 'knex';
import { decimalColumns, timeColumn } from '../columns.ts';

const FIGURES = ['cash', 'equity', 'buying_power', 'share_buying_power', 'day_trade_buying_power'];
const MORE = ['unsettled_cash', 'margin_call'];
const BASE = ['deposited', 'base_cash', 'base_cash_flow', 'base_fees'];

/**
 * One row for each account of real money that was ever read: what the venue said last, what the book has booked
 * as paid in there, and what later cash is compared with.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('account_funds', (t) => {
    t.text('username').notNullable().references('username').inTable('accounts');
    for (const name of ['venue', 'account']) t.text(name).notNullable();
    t.text('type');
    decimalColumns(knex, t, [...FIGURES, ...MORE, ...BASE]);
    timeColumn(t, 'as_of').notNullable();
    timeColumn(t, 'based_at');
    t.primary(['username', 'venue', 'account']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('account_funds');
}
