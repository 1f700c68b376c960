import type { Knex } from 'knex';

/**
 * Of which slot is what a wallet held before a swap: what landed since is told apart from what was there. The swaps of
 * a wallet are found by their slots, however many there are.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (table) => {
    table.bigInteger('swap_before_slot');
  });
  await knex.raw(`CREATE INDEX orders_swap_landed ON orders (swap_wallet, swap_slot)
    WHERE swap_slot IS NOT NULL`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX ??', ['orders_swap_landed']);
  await knex.schema.alterTable('orders', (table) => table.dropColumn('swap_before_slot'));
}
