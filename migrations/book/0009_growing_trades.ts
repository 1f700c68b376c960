import type { Knex } from 'knex';
import { Decimal } from '../../server/domain/decimal.ts';
import { decimalColumn, flagColumn } from '../columns.ts';

/**
 * Keeps long-lived trades fast. Marks orders that rules no longer read, stores each order's sum of fills and
 * its last fill in its row, and adds an index for every query made on each change.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('orders', (t) => {
    flagColumn(t, 'counts').defaultTo(1);
    decimalColumn(knex, t, 'filled_value').notNullable().defaultTo('0');
    t.text('last_fill');
    t.dropIndex(['trade_id']);
    t.index(['trade_id', 'position_in_trade']);
    t.index(['trade_id', 'counts']);
    t.index(['status', 'updated_at']);
  });
  await knex.schema.alterTable('fills', (t) => {
    t.dropIndex(['order_id']);
    t.index(['order_id', 'position_in_order']);
    t.index(['username', 'filled_at']);
  });
  await knex.schema.alterTable(
    'trades',
    (t) => void decimalColumn(knex, t, 'exit_filled').notNullable().defaultTo('0'),
  );
  await knex.schema.alterTable('events', (t) => {
    t.index(['trade_id', 'type', 'sequence']);
  });
  await sumFills(knex);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('events', (t) => {
    t.dropIndex(['trade_id', 'type', 'sequence']);
  });
  await knex.schema.alterTable('trades', (t) => void t.dropColumn('exit_filled'));
  await knex.schema.alterTable('fills', (t) => {
    t.dropIndex(['username', 'filled_at']);
    t.dropIndex(['order_id', 'position_in_order']);
    t.index(['order_id']);
  });
  await knex.schema.alterTable('orders', (t) => {
    t.dropIndex(['status', 'updated_at']);
    t.dropIndex(['trade_id', 'counts']);
    t.dropIndex(['trade_id', 'position_in_trade']);
    t.index(['trade_id']);
    t.dropColumn('last_fill');
    t.dropColumn('filled_value');
    t.dropColumn('counts');
  });
}

interface FilledOrder {
  readonly id: string;
  readonly trade_id: string;
  readonly role: string;
  readonly filled_quantity: string;
}

const PAGE = 200;

/** Adds in code, not in SQL: SQLite sums as floats. */
async function sumFills(knex: Knex): Promise<void> {
  const exits = new Map<string, Decimal>();
  for (let last = ''; ;) {
    const orders: FilledOrder[] = await knex('orders')
      .where('id', '>', last)
      .whereNot('filled_quantity', '0')
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'trade_id', 'role', 'filled_quantity');
    for (const { id, trade_id: tradeId, role, filled_quantity: filled } of orders) {
      await knex('orders')
        .where({ id })
        .update(await sumsOf(knex, id));
      if (role !== 'ENTRY') exits.set(tradeId, (exits.get(tradeId) ?? new Decimal(0)).plus(filled));
    }
    last = orders.at(-1)?.id ?? last;
    if (orders.length < PAGE) break;
  }
  for (const [id, filled] of exits)
    await knex('trades').where({ id }).update({ exit_filled: filled.toFixed() });
}

async function sumsOf(knex: Knex, orderId: string): Promise<object> {
  const fills: { id: string; quantity: string; price: string }[] = await knex('fills')
    .where({ order_id: orderId })
    .orderBy('position_in_order')
    .select('id', 'quantity', 'price');
  const values = fills.map(({ quantity, price }) => new Decimal(quantity).times(price));
  const value = values.reduce((total, each) => total.plus(each), new Decimal(0));
  return { filled_value: value.toFixed(), last_fill: fills.at(-1)?.id ?? null };
}
