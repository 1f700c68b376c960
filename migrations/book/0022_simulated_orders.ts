import type { Knex } from 'knex';
import { flagColumn, timeColumn } from '../columns.ts';

interface StoredOrder {
  readonly id: string;
  readonly parentId: string | null;
  readonly status: string;
  readonly changedAt: string;
}
interface StoredState {
  readonly orders: readonly StoredOrder[];
}
interface Account {
  readonly account: string;
  readonly version: number;
  readonly state: string;
}

const OVER = ['FILLED', 'CANCELED', 'EXPIRED'];
const ROWS = 100;

/**
 * One row for each order of the simulated venue; they were all in their account's state. What an order waits for is
 * found by an index. `working`: something may still happen to its submission. `version`: the account's version when
 * the row was last written. `changed_at`: when the whole submission last changed.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('simulated_orders', (t) => {
    t.text('account').notNullable();
    t.bigInteger('id').notNullable();
    t.integer('version').notNullable();
    flagColumn(t, 'working');
    timeColumn(t, 'changed_at').notNullable();
    t.text('body').notNullable();
    t.text('waits_for');
    t.double('comes_at');
    timeColumn(t, 'ends_at');
    t.primary(['account', 'id']);
    t.index(['account', 'working', 'version']);
    const some = (column: string) => ({ predicate: knex.whereNotNull(column) });
    t.index(['waits_for', 'comes_at', 'account'], 'simulated_orders_waits', some('waits_for'));
    t.index(['ends_at', 'account'], 'simulated_orders_ends', some('ends_at'));
  });
  for (const name of await knex('simulated_venue').pluck<string[]>('account')) {
    const { account, version, state } = (await knex<Account>('simulated_venue')
      .where('account', name)
      .first())!;
    const { orders, ...rest } = JSON.parse(state) as StoredState;
    const rows = rowsOf(orders, { account, version });
    for (let at = 0; at < rows.length; at += ROWS)
      await knex('simulated_orders').insert(rows.slice(at, at + ROWS));
    await knex('simulated_venue')
      .where({ account })
      .update({ state: JSON.stringify(rest) });
  }
  await knex.schema.alterTable('simulated_venue', (t) => {
    t.dropIndex('working');
    t.dropColumn('working');
  });
}

/** Orders that work are due at once: matching them then stores what they wait for. */
function rowsOf(orders: readonly StoredOrder[], account: { account: string; version: number }) {
  const families = new Map<string, StoredOrder[]>();
  for (const order of orders) {
    const family = order.parentId ?? order.id;
    families.set(family, [...(families.get(family) ?? []), order]);
  }
  return [...families.values()].flatMap((family) => {
    const works = family.some(({ status }) => !OVER.includes(status));
    const changed = Math.max(...family.map(({ changedAt }) => Date.parse(changedAt)));
    return family.map((order) => ({
      ...account,
      ...{ id: Number(order.id), working: works ? 1 : 0, changed_at: changed },
      ...{ body: JSON.stringify(order), ends_at: works ? 0 : null },
    }));
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('simulated_venue', (t) => {
    flagColumn(t, 'working').index().defaultTo(0);
  });
  for (const name of await knex('simulated_venue').pluck<string[]>('account')) {
    const of = { account: name };
    const { state } = (await knex<Account>('simulated_venue').where(of).first())!;
    const rows = await knex('simulated_orders')
      .where(of)
      .orderBy('id')
      .select<{ body: string; working: number }[]>('body', 'working');
    const orders = rows.map(({ body }) => JSON.parse(body) as StoredOrder);
    const whole = JSON.stringify({ ...(JSON.parse(state) as object), orders });
    const working = rows.some((row) => row.working === 1) ? 1 : 0;
    await knex('simulated_venue').where(of).update({ state: whole, working });
  }
  await knex.schema.dropTable('simulated_orders');
}
