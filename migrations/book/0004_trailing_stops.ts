import type { Knex } from 'knex';
import { decimalColumns, timeColumn } from '../columns.ts';

const DECIMALS = ['pct', 'start', 'best', 'beyond', 'asked'].map((name) => `trailing_${name}`);

/** Trailing stops: the distance, the starting price, and the last change sent to the venue. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    decimalColumns(knex, table, DECIMALS);
    timeColumn(table, 'trailing_asked_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    table.dropColumns(...DECIMALS, 'trailing_asked_at');
  });
}
