import type { Knex } from 'knex';
import { decimalColumns } from '../columns.ts';

/** What a close's preview was quoted: without a trusted price it is sold for no less, but for its slippage. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    decimalColumns(knex, table, ['close_confirmed_price']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    table.dropColumn('close_confirmed_price');
  });
}
