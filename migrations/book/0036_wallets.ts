import type { Knex } from 'knex';
import { decimalColumns, requiredDecimals, timeColumn } from '../columns.ts';

const OF_FUNDS = ['base_sol', 'base_sol_moved'];
const OF_SWAPS = ['swap_usdc_moved', 'swap_sol_moved'];
const INDEXES = [
  ['trades_in_wallets', 'phase'],
  ['trades_left_wallets', 'closed_at'],
] as const;

/**
 * Wallets of real money. `wallets`: the last reading of each; `wallet_holdings`: what it held of each mint, and since
 * when. Both belong to the desk, because users may share a wallet. `wallet_adoptions`: what users have adopted,
 * numbered by wallet and mint over all of them; `wallet_moves`: what a user’s swaps have moved there, in whole units.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('wallets', (t) => {
    t.text('wallet').primary();
    t.bigInteger('slot').notNullable();
    requiredDecimals(knex, t, ['lamports']);
    timeColumn(t, 'read_at').notNullable();
  });
  await knex.schema.createTable('wallet_holdings', (t) => {
    for (const name of ['wallet', 'mint']) t.text(name).notNullable();
    t.text('program');
    requiredDecimals(knex, t, ['raw', 'frozen']);
    t.integer('decimals');
    t.integer('accounts').notNullable();
    t.bigInteger('slot').notNullable();
    timeColumn(t, 'since').notNullable();
    t.primary(['wallet', 'mint']);
  });
  await knex.schema.createTable('wallet_adoptions', (t) => {
    t.text('username').notNullable().references('username').inTable('accounts');
    for (const name of ['wallet', 'mint', 'note', 'trade_id']) t.text(name).notNullable();
    t.integer('number').notNullable();
    requiredDecimals(knex, t, ['quantity', 'cost']);
    t.bigInteger('slot').notNullable();
    timeColumn(t, 'adopted_at').notNullable();
    t.primary(['wallet', 'mint', 'number']);
  });
  await knex.schema.createTable('wallet_moves', (t) => {
    t.text('username').notNullable().references('username').inTable('accounts');
    for (const name of ['wallet', 'mint']) t.text(name).notNullable();
    requiredDecimals(knex, t, ['moved']);
    t.primary(['username', 'wallet', 'mint']);
  });
  await knex.schema.alterTable('account_funds', (t) => decimalColumns(knex, t, OF_FUNDS));
  await knex.schema.alterTable('orders', (t) => decimalColumns(knex, t, OF_SWAPS));
  await knex.schema.alterTable('trades', (t) => void timeColumn(t, 'adopted_at'));
  // Each reading of a wallet asks for the trades that hold something there, and for those that ended just now.
  for (const [name, column] of INDEXES)
    await knex.raw(`CREATE INDEX ?? ON trades (venue_account, ??) WHERE venue = 'JUPITER'`, [
      name,
      column,
    ]);
}

export async function down(knex: Knex): Promise<void> {
  for (const [name] of INDEXES) await knex.raw('DROP INDEX ??', [name]);
  await knex.schema.alterTable('trades', (t) => void t.dropColumn('adopted_at'));
  await knex.schema.alterTable('orders', (t) => void t.dropColumns(...OF_SWAPS));
  await knex.schema.alterTable('account_funds', (t) => void t.dropColumns(...OF_FUNDS));
  for (const name of ['wallet_moves', 'wallet_adoptions', 'wallet_holdings', 'wallets'])
    await knex.schema.dropTable(name);
}
