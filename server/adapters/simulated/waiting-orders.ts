import type { Knex } from 'knex';
import type { Gauge } from '../../domain/matching/order-wait.ts';
import { isPostgres, rawRows } from '../database/sql/dialect.ts';
import type { GaugeMark, WaitingOrders } from './venue-store.ts';

interface First {
  readonly waits_for: string | null;
  readonly at: number | null;
}

/** Steps along the index from gauge to gauge and takes the first mark of each, without reading an order. */
const FIRST = `
  WITH RECURSIVE gauges (waits_for) AS (
    SELECT min(waits_for) FROM simulated_orders WHERE waits_for IS NOT NULL
    UNION ALL
    SELECT (SELECT min(o.waits_for) FROM simulated_orders o WHERE o.waits_for > g.waits_for)
    FROM gauges g WHERE g.waits_for IS NOT NULL)
  SELECT g.waits_for, (SELECT min(o.comes_at) FROM simulated_orders o WHERE o.waits_for = g.waits_for) AS at
  FROM gauges g WHERE g.waits_for IS NOT NULL
  UNION ALL
  SELECT NULL, (SELECT min(ends_at) FROM simulated_orders WHERE ends_at IS NOT NULL)`;

export async function waitingOrders(knex: Knex): Promise<WaitingOrders> {
  const rows = await rawRows<First>(knex, FIRST, []);
  const end = rows.find((row) => row.waits_for === null)?.at ?? null;
  return {
    first: rows.flatMap(({ waits_for, at }) =>
      waits_for && at !== null ? [markOf(waits_for, at)] : [],
    ),
    firstEnd: end === null ? null : new Date(end),
  };
}

function markOf(waitsFor: string, mark: number): GaugeMark {
  const space = waitsFor.lastIndexOf(' ');
  const gauge = waitsFor.slice(space + 1) as Gauge;
  return { symbol: waitsFor.slice(0, space), gauge, mark };
}

const ON_SQLITE = `SELECT o.account FROM json_each(?) m CROSS JOIN simulated_orders o
  WHERE o.waits_for = m.value ->> 0 AND o.comes_at <= m.value ->> 1`;
const ON_POSTGRES = `SELECT o.account FROM json_array_elements(?::json) m CROSS JOIN LATERAL (
    SELECT account FROM simulated_orders
    WHERE waits_for = m.value ->> 0 AND comes_at <= (m.value ->> 1)::double precision OFFSET 0) o`;

/** Ordered by account name. CROSS JOIN and OFFSET 0 make both databases seek each mark in the index. */
export async function accountsDue(
  knex: Knex,
  marks: readonly GaugeMark[],
  now: Date,
): Promise<readonly string[]> {
  const stand = marks.map(({ symbol, gauge, mark }) => [`${symbol} ${gauge}`, mark]);
  const rows = await rawRows<{ account: string }>(
    knex,
    `${isPostgres(knex) ? ON_POSTGRES : ON_SQLITE}
     UNION SELECT account FROM simulated_orders WHERE ends_at <= ? ORDER BY 1`,
    [JSON.stringify(stand), now.getTime()],
  );
  return rows.map(({ account }) => account);
}
