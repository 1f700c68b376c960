import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { dec, type Decimal } from '../../../domain/decimal.ts';
import { among } from '../sql/chunks.ts';
import { selectParts } from '../sql/json-parts.ts';

/**
 * The stop in each trade's first event, which holds its ticket, found by one index lookup. A trade without a
 * stop is absent.
 */
export async function firstStops(
  knex: Knex,
  username: Username,
  tradeIds: readonly TradeId[],
): Promise<ReadonlyMap<string, Decimal>> {
  const first = knex('events')
    .where({ username, kind: 'TRADE' })
    .whereRaw('trade_id = trades.id')
    .orderBy('sequence')
    .limit(1)
    .select('sequence');
  const tickets = knex('trades')
    .join('events', (on) =>
      on
        .on('events.username', 'trades.username')
        .andOn('events.sequence', knex.raw('(?)', [first])),
    )
    .where('trades.username', username)
    .where(among(knex, 'trades.id', tradeIds));
  const parts = { stop: ['trade', 'bracket', 'stopLoss'] };
  const rows = await selectParts(knex, tickets, 'events.payload', parts).select<
    { trade_id: string; stop: string | null }[]
  >('events.trade_id');
  return new Map(rows.flatMap((row) => (row.stop === null ? [] : [[row.trade_id, dec(row.stop)]])));
}
