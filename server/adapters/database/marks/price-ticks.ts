import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { CurveSpan, PriceTick } from '../../../domain/book/curve-prices.ts';
import { dec } from '../../../domain/decimal.ts';
import { isPostgres, rawRows } from '../sql/dialect.ts';

interface TickRow {
  readonly trade_id: TradeId;
  readonly taken_at: number;
  readonly price: string;
}

/**
 * The last price of each of these trades in each stretch of a span, oldest first. A stretch is `stretchMs`
 * long, counted from 1970. Each stretch costs one lookup in an index, however many snapshots lie in it.
 */
export async function priceTicks(
  knex: Knex,
  username: Username,
  ids: readonly TradeId[],
  { from, to }: CurveSpan,
  stretchMs: number,
): Promise<readonly PriceTick[]> {
  if (ids.length === 0) return [];
  const postgres = isPostgres(knex);
  const asked = postgres ? 'unnest(?::text[]) AS asked(value)' : 'json_each(?) AS asked';
  const last = `(SELECT s.id FROM snapshots AS s WHERE s.trade_id = before.trade_id
    AND s.taken_at >= ? AND s.taken_at < before.until AND s.price IS NOT NULL
    ORDER BY s.taken_at DESC, s.id DESC LIMIT 1)`;
  const rows = await rawRows<TickRow>(
    knex,
    `WITH RECURSIVE before(trade_id, until) AS (
       SELECT trades.id, CAST(? AS BIGINT) FROM ${asked}
         ${postgres ? '' : 'CROSS'} JOIN trades ON trades.id = asked.value AND trades.username = ?
       UNION ALL
       SELECT before.trade_id, found.taken_at / CAST(? AS BIGINT) * CAST(? AS BIGINT)
       FROM before JOIN snapshots AS found ON found.id = ${last})
     SELECT before.trade_id, tick.taken_at, tick.price
     FROM before JOIN snapshots AS tick ON tick.id = ${last}
     ORDER BY tick.taken_at, before.trade_id`,
    [
      ...[to.getTime() + 1, postgres ? [...ids] : JSON.stringify(ids), username],
      ...[stretchMs, stretchMs, from.getTime(), from.getTime()],
    ] as Knex.RawBinding[],
  );
  return rows.map(({ trade_id: tradeId, taken_at, price }) => {
    return { at: new Date(taken_at), tradeId, price: dec(price) };
  });
}
