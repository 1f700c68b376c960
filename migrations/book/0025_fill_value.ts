import type { Knex } from 'knex';
import { decimalColumn } from '../columns.ts';

/** What a venue tells exactly. Null in earlier rows: quantity times price, and no fee that a venue named. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('fills', (table) => void decimalColumn(knex, table, 'value'));
  await knex.schema.alterTable('orders', (table) => void decimalColumn(knex, table, 'named_fees'));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => void table.dropColumn('named_fees'));
  await knex.schema.alterTable('fills', (table) => void table.dropColumn('value'));
}
