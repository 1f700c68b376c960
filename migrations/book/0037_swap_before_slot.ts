import type { Knex } from 'knex';

/**
 * The slot of the reading of what a wallet held before a swap, to separate what landed since from what was there. An
 * index finds the swaps of a wallet by their slots.
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
