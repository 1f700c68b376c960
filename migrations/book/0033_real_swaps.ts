import type { Knex } from 'knex';
import { decimalColumns, textColumns, timeColumn } from '../columns.ts';

const TEXTS = ['swap_wallet', 'swap_mint', 'swap_request_id', 'swap_blockhash'];
const HEIGHTS = ['swap_last_valid_height', 'swap_slot'];
const DECIMALS = ['swap_token_before', 'swap_settled_before', 'swap_sol_price'];
const TIMES = ['swap_sol_price_at', 'swap_finalized_at'];

/**
 * The terms by which a swap of real money is followed, stored before it is signed. One wallet has one swap of a mint
 * under way, of whichever user and server: a second swap could spend what the first has spent.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    textColumns(table, TEXTS);
    for (const name of HEIGHTS) table.bigInteger(name);
    decimalColumns(knex, table, DECIMALS);
    for (const name of TIMES) timeColumn(table, name);
  });
  await knex.raw(`CREATE UNIQUE INDEX orders_swap_under_way ON orders (swap_wallet, swap_mint)
    WHERE swap_wallet IS NOT NULL AND status IN ('INTENT', 'SUBMITTED', 'UNKNOWN')`);
  await knex.raw(`CREATE INDEX orders_swap_unfinalized ON orders (username, trade_id)
    WHERE swap_slot IS NOT NULL AND swap_finalized_at IS NULL`);
}

export async function down(knex: Knex): Promise<void> {
  for (const name of ['orders_swap_under_way', 'orders_swap_unfinalized'])
    await knex.raw('DROP INDEX ??', [name]);
  await knex.schema.alterTable('orders', (table) =>
    table.dropColumns(...TEXTS, ...HEIGHTS, ...DECIMALS, ...TIMES),
  );
}
