import type { Knex } from 'knex';
import { decimalColumns, textColumns } from '../columns.ts';

/** What a token is, and the terms of its swaps; null for options and shares. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (table) => {
    textColumns(table, ['token_ticker', 'token_settlement', 'token_market']);
    table.integer('token_decimals');
  });
  // Each round of prices asks for the held tokens, which are few among all trades.
  await knex.raw(
    `CREATE INDEX trades_of_tokens ON trades (token_market, phase, symbol) WHERE token_market IS NOT NULL`,
  );
  await knex.schema.alterTable('orders', (table) =>
    decimalColumns(knex, table, ['slippage_pct', 'pays']),
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX trades_of_tokens');
  await knex.schema.alterTable('orders', (table) => table.dropColumns('slippage_pct', 'pays'));
  await knex.schema.alterTable('trades', (table) =>
    table.dropColumns('token_ticker', 'token_settlement', 'token_market', 'token_decimals'),
  );
}
