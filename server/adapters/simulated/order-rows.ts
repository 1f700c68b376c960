import type { Knex } from 'knex';
import { endOf, families } from '../../domain/matching/submissions.ts';
import { type BookedOrder, isOver } from '../../domain/matching/venue-state.ts';
import { isPostgres } from '../database/sql/dialect.ts';
import { waitMarkOf } from './gauge-marks.ts';
import { orderToJson } from './venue-state-json.ts';

/** The columns of `simulated_orders`, as both databases read them from JSON. */
const COLUMNS = {
  account: 'text',
  id: 'bigint',
  version: 'integer',
  working: 'smallint',
  changed_at: 'bigint',
  body: 'text',
  waits_for: 'text',
  comes_at: 'double precision',
  ends_at: 'bigint',
} as const;

export type OrderRow = Readonly<Record<keyof typeof COLUMNS, string | number | null>>;

/** Rows of an account's orders, with all orders of each submission. */
export function orderRows(
  orders: readonly BookedOrder[],
  account: { readonly account: string; readonly version: number },
): readonly OrderRow[] {
  return [...families(orders).values()].flatMap((family) => {
    const working = family.every(isOver) ? 0 : 1;
    const changedAt = Math.max(...family.map((order) => order.changedAt.getTime()));
    return family.map((order) => {
      const wait = waitMarkOf(order);
      return {
        ...account,
        ...{ id: Number(order.id), working, changed_at: changedAt, body: orderToJson(order) },
        waits_for: wait && `${wait.symbol} ${wait.gauge}`,
        comes_at: wait && wait.mark,
        ends_at: endOf(order)?.getTime() ?? null,
      };
    });
  });
}

/** Takes one statement and one binding, however many rows. */
export async function writeOrders(trx: Knex.Transaction, rows: readonly OrderRow[]): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(COLUMNS);
  const types = Object.entries(COLUMNS).map((column) => column.join(' '));
  const source = isPostgres(trx)
    ? `SELECT * FROM json_to_recordset(?::json) AS j(${types.join(', ')})`
    : `SELECT ${names.map((name) => `value ->> '${name}'`).join(', ')} FROM json_each(?)`;
  const set = names.slice(2).map((name) => `${name} = excluded.${name}`);
  await trx.raw(
    `INSERT INTO simulated_orders (${names.join(', ')}) ${source} WHERE true
     ON CONFLICT (account, id) DO UPDATE SET ${set.join(', ')}`,
    [JSON.stringify(rows)],
  );
}
