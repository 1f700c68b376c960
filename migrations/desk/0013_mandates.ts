import type { Knex } from 'knex';
import { decimalColumns, textColumns } from '../columns.ts';

const COLUMNS = ['symbols', 'max_order_cost', 'max_exposure', 'max_trades_per_day'] as const;

/** The mandates of API tokens; all null: none. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('api_tokens', (t) => {
    textColumns(t, ['mandate_symbols']);
    decimalColumns(knex, t, ['mandate_max_order_cost', 'mandate_max_exposure']);
    t.integer('mandate_max_trades_per_day');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('api_tokens', (t) => {
    for (const name of COLUMNS) t.dropColumn(`mandate_${name}`);
  });
}
