import type { Knex } from 'knex';
import { decimalColumn } from '../columns.ts';

/** A fill's value and an order's fees as a venue reports them. Null in earlier rows: quantity times price; no such fee. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('fills', (table) => void decimalColumn(knex, table, 'value'));
  await knex.schema.alterTable('orders', (table) => void decimalColumn(knex, table, 'named_fees'));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => void table.dropColumn('named_fees'));
  await knex.schema.alterTable('fills', (table) => void table.dropColumn('value'));
}
