import type { Knex } from 'knex';
import { isWorking, ORDER_STATUSES } from '../../../domain/order/order-status.ts';
import type { OpenFigures } from '../../../ports/narrow-reads.ts';
import { isPostgres } from '../sql/dialect.ts';

const WORKING = ORDER_STATUSES.filter(isWorking).map((status) => `'${status}'`);

/** A stop for all that is held, as it was sent, that waits for no entry. What looks any other way is read. */
const GUARDED = `EXISTS (SELECT 1 FROM orders AS stop
  WHERE stop.trade_id = trades.id AND stop.counts = 1 AND stop.role = 'STOP_LOSS'
  AND stop.status = 'ACCEPTED' AND stop.cancel_requested = 0 AND stop.adjusted_told_at IS NULL
  AND stop.filled_quantity = '0' AND stop.quantity = trades.open_quantity
  AND NOT EXISTS (SELECT 1 FROM orders AS entry WHERE entry.trade_id = stop.trade_id
    AND entry.role = 'ENTRY' AND entry.tag = stop.tag AND entry.status IN (${WORKING.join(', ')})))`;
const WANTS_STOP = '(stop_loss IS NOT NULL OR wanted_stop_loss IS NOT NULL)';

/** As `NarrowReads.unguardedTrades` has it, of rows of `trades`. */
export const UNGUARDED = `phase = 'OPEN' AND (trailing_pct IS NOT NULL OR status = 'CLOSING'
  OR protection = 'WATCHED' OR (${WANTS_STOP} AND NOT ${GUARDED}))`;

export async function openFigures(knex: Knex, username: string): Promise<OpenFigures> {
  const active = knex('trades').where({ username }).whereIn('phase', ['PENDING', 'OPEN']);
  const [unknown] = await knex('orders')
    .where({ username, status: 'UNKNOWN' })
    .whereIn('trade_id', active.select('id'))
    .count<{ count: number }[]>({ count: '*' });
  const part = (name: string) =>
    isPostgres(knex) ? `mark::jsonb ->> '${name}'` : `json_extract(mark, '$.${name}')`;
  const [marked] = await knex('trades')
    .where({ username, phase: 'OPEN' })
    .whereRaw(`${part('receivedAt')} IS NOT NULL`)
    // Times in a mark are ISO texts, which sort as the times do.
    .select<{ oldest: string | null }[]>(
      knex.raw(`min(COALESCE(${part('sourceTime')}, ${part('receivedAt')})) AS oldest`),
    );
  return {
    unknownOrders: unknown?.count ?? 0,
    oldestMark: marked?.oldest ? new Date(marked.oldest) : null,
  };
}
