import type { Knex } from 'knex';
import { decimalColumn } from '../columns.ts';

/** Shares moved by exercise and assignment: the trades they left and joined, and how far the delivery is. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('trades', (t) => {
    t.text('delivered_from');
    t.text('delivered_to').notNullable().defaultTo('[]');
  });
  await knex.schema.alterTable('settlements', (t) => {
    t.text('delivery');
    decimalColumn(knex, t, 'shares');
    t.index(['delivery', 'username']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('settlements', (t) => {
    t.dropIndex(['delivery', 'username']);
    t.dropColumn('delivery');
    t.dropColumn('shares');
  });
  await knex.schema.alterTable('trades', (t) => {
    t.dropColumn('delivered_from');
    t.dropColumn('delivered_to');
  });
}
