import type { Knex } from 'knex';
import { decimalColumns, textColumns, timeColumn } from '../columns.ts';

const DECIMALS = ['close_missing', 'reviewed_exit_price', 'reviewed_quantity'];
const TEXTS = ['status', 'note', 'reviewer', 'evidence'].map((name) => `reviewed_${name}`);

/** A close under review, and a trade's last review as data. Earlier reviews are only in the log. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    decimalColumns(knex, table, DECIMALS);
    textColumns(table, TEXTS);
    timeColumn(table, 'reviewed_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    table.dropColumns(...DECIMALS, ...TEXTS, 'reviewed_at');
  });
}
