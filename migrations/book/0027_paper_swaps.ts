import type { Knex } from 'knex';
import { decimalColumn, requiredDecimals, timeColumn } from '../columns.ts';

/**
 * Wallets on paper. `paper_wallets`: what an account's swaps have moved, in dollars, and how many there were.
 * `paper_swaps`: each swap that was sent, written once. `paper_lots`: what each trade holds now.
 * `paper_token_accounts`: the tokens whose account in the wallet has its rent paid.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('paper_wallets', (t) => {
    t.text('account').primary();
    requiredDecimals(knex, t, ['moved']);
    t.integer('swaps').notNullable();
  });
  await knex.schema.createTable('paper_swaps', (t) => {
    for (const name of ['account', 'tag', 'trade_id', 'mint', 'side', 'type', 'fate'])
      t.text(name).notNullable();
    t.integer('number').notNullable();
    requiredDecimals(knex, t, ['quantity', 'filled_quantity', 'filled_value', 'fees']);
    decimalColumn(knex, t, 'limit_price');
    t.text('reason');
    timeColumn(t, 'sent_at').notNullable();
    timeColumn(t, 'ended_at').notNullable();
    t.primary(['account', 'number']);
    t.unique(['account', 'tag']);
    t.index(['account', 'ended_at']);
  });
  await knex.schema.createTable('paper_lots', (t) => {
    for (const name of ['account', 'trade_id', 'mint']) t.text(name).notNullable();
    requiredDecimals(knex, t, ['quantity', 'cost']);
    t.primary(['account', 'trade_id', 'mint']);
  });
  await knex.schema.createTable('paper_token_accounts', (t) => {
    for (const name of ['account', 'mint']) t.text(name).notNullable();
    t.primary(['account', 'mint']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['paper_token_accounts', 'paper_lots', 'paper_swaps', 'paper_wallets'])
    await knex.schema.dropTable(table);
}
