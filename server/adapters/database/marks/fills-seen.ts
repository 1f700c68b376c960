import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { type VenueName, QUOTE_DELAY_MS } from '../../../domain/venue.ts';
import { dec, type Decimal } from '../../../domain/decimal.ts';
import type { OrderRole, OrderSide } from '../../../domain/order/order.ts';
import {
  MARK_WITHIN_MS,
  type FillSeen,
  type MarketSeen,
} from '../../../domain/statistics/fill-seen.ts';
import { tradesAmong } from '../sql/chunks.ts';
import { selectParts } from '../sql/json-parts.ts';

/** Events that show a trade's market when an order was decided on or filled. */
const TELLING = ['INTENT_STORED', 'CLOSE_REQUESTED', 'ENTRY_FILLED', 'EXIT_FILLED'];

interface FillColumns {
  readonly id: string;
  readonly trade_id: string;
  readonly venue: VenueName;
  readonly role: OrderRole;
  readonly side: OrderSide;
  readonly multiplier: number;
  readonly quantity: string;
  readonly price: string;
  readonly limit_price: string | null;
  readonly filled_at: number;
}

interface MarketColumns {
  /** The fill's id when its snapshot was found by fill, otherwise the trade's. */
  readonly of: string;
  readonly bid: string | null;
  readonly ask: string | null;
  readonly source_time: number | string | null;
  readonly received_at: number | string | null;
  readonly delayed: boolean | number | string | null;
}

/**
 * Every fill of these trades, with the market up to a minute before it and the market a delayed venue filled
 * by; oldest first.
 */
export async function fillsSeen(
  knex: Knex,
  username: Username,
  ids: readonly TradeId[],
): Promise<readonly (FillSeen & { readonly tradeId: TradeId })[]> {
  const fills: readonly FillColumns[] = await fillsOf(knex, username, ids)
    .orderBy(['fills.filled_at', 'fills.id'])
    .select('fills.id', 'orders.trade_id', 'trades.venue', 'orders.role', 'orders.side')
    .select('trades.multiplier', 'fills.quantity', 'fills.price', 'fills.filled_at')
    .select('orders.limit_price');
  const snapshots = groups(await snapshotsNear(knex, username, ids));
  const recorded = groups(await recordedMarks(knex, username, ids));
  return fills.map((row) => ({
    tradeId: row.trade_id,
    ...{ venue: row.venue, role: row.role, side: row.side, multiplier: row.multiplier },
    quantity: dec(row.quantity),
    price: dec(row.price),
    limitPrice: price(row.limit_price),
    filledAt: new Date(row.filled_at),
    seen: [...(snapshots.get(row.id) ?? []), ...(recorded.get(row.trade_id) ?? [])],
  }));
}

function fillsOf(knex: Knex, username: Username, ids: readonly TradeId[]): Knex.QueryBuilder {
  return tradesAmong(knex, username, ids)
    .join('orders', 'orders.trade_id', 'trades.id')
    .join('fills', 'fills.order_id', 'orders.id');
}

function snapshotsNear(
  knex: Knex,
  username: Username,
  ids: readonly TradeId[],
): Promise<readonly MarketColumns[]> {
  const reach = QUOTE_DELAY_MS + MARK_WITHIN_MS;
  return fillsOf(knex, username, ids)
    .join('snapshots', 'snapshots.trade_id', 'trades.id')
    .whereRaw('snapshots.taken_at BETWEEN fills.filled_at - ? AND fills.filled_at + ?', [
      reach,
      reach,
    ])
    .where((near) => {
      void near.where(stoodAt(knex, 0));
      void near.orWhere((then) => {
        void then.where('trades.venue', 'TRADIER_SANDBOX').where(stoodAt(knex, QUOTE_DELAY_MS));
      });
    })
    .select('fills.id as of', 'snapshots.bid', 'snapshots.ask')
    .select('snapshots.source_time', 'snapshots.received_at', 'snapshots.delayed');
}

/** Snapshots whose market started at least this long before the fill and was seen near that moment. */
function stoodAt(knex: Knex, ago: number): Knex.Raw {
  const heard = 'COALESCE(snapshots.received_at, snapshots.source_time)';
  const stood = `${heard} - CASE WHEN snapshots.delayed = 1 THEN ? ELSE 0 END`;
  return knex.raw(
    `snapshots.source_time <= fills.filled_at - ? AND ${stood} BETWEEN fills.filled_at - ? AND fills.filled_at + ?`,
    [ago, QUOTE_DELAY_MS, ago + MARK_WITHIN_MS, MARK_WITHIN_MS - ago],
  );
}

function recordedMarks(
  knex: Knex,
  username: Username,
  ids: readonly TradeId[],
): Promise<readonly MarketColumns[]> {
  const events = tradesAmong(knex, username, ids)
    .join('events', 'events.trade_id', 'trades.id')
    .where('events.kind', 'TRADE')
    .whereIn('events.type', TELLING);
  const mark = (name: string) => ['trade', 'mark', name];
  const parts = {
    ...{ bid: mark('bid'), ask: mark('ask'), source_time: mark('sourceTime') },
    ...{ received_at: mark('receivedAt'), delayed: mark('delayed') },
  };
  return selectParts(knex, events, 'events.payload', parts).select<MarketColumns[]>(
    'events.trade_id as of',
  );
}

function groups(rows: readonly MarketColumns[]): ReadonlyMap<string, readonly MarketSeen[]> {
  const found = new Map<string, MarketSeen[]>();
  for (const row of rows) {
    if (row.source_time === null) continue;
    const seen = marketOf(row, new Date(row.source_time));
    const known = found.get(row.of);
    if (known) known.push(seen);
    else found.set(row.of, [seen]);
  }
  return found;
}

function marketOf({ bid, ask, received_at, delayed }: MarketColumns, sourceTime: Date): MarketSeen {
  const heard = received_at === null ? sourceTime : new Date(received_at);
  const late = delayed === true || delayed === 1 || delayed === 'true' ? QUOTE_DELAY_MS : 0;
  const stoodAt = new Date(heard.getTime() - late);
  return { bid: price(bid), ask: price(ask), sourceTime, stoodAt };
}

function price(text: string | null): Decimal | null {
  return text === null ? null : dec(text);
}
