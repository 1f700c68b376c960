import type { Knex } from 'knex';
import { decimalColumns, textColumns, timeColumn } from '../columns.ts';

const DECIMALS = ['average_price', 'filled_quantity', 'booked_price'].map(of);
const TEXTS = ['take', 'note', 'settled_by'].map(of);
const TIMES = ['told_at', 'settled_at'].map(of);

function of(name: string): string {
  return `corrected_${name}`;
}

/** The venue's corrections of booked fills, and a person's decision on each. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    decimalColumns(knex, table, DECIMALS);
    textColumns(table, TEXTS);
    for (const name of TIMES) timeColumn(table, name);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    table.dropColumns(...DECIMALS, ...TEXTS, ...TIMES);
  });
}
