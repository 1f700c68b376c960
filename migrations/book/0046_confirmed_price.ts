import type { Knex } from 'knex';
import { decimalColumns } from '../columns.ts';

/** The price that a close's preview was quoted: without a trusted price the close sells for no less, slippage apart. */
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
