import type { Knex } from 'knex';
import { dec } from '../../../domain/decimal.ts';
import type { Mint, Username } from '../../../domain/ids.ts';
import { isFinal, ORDER_STATUSES } from '../../../domain/order/order-status.ts';
import { waitsAtDesk } from '../../../domain/order/waits-at-desk.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { NamedLot } from '../../../domain/wallet/holding-report.ts';
import { ACTIVE } from '../trades/orders-at-venue.ts';

/** Statuses of orders that may still move something; also of those stored and, as far as we know, not sent. */
const UNDER_WAY = ORDER_STATUSES.filter((status) => !isFinal(status));

interface LotRow {
  readonly username: Username;
  readonly symbol: Mint;
  readonly token_ticker: string;
  readonly token_decimals: number;
  readonly open_quantity: string;
}

interface OrderRow {
  readonly symbol: Mint;
  readonly status: Order['status'];
  readonly sent_at: number | null;
  readonly venue_order_id: string | null;
  readonly venue_parent_id: string | null;
}

/** Trades of all users that hold something in the wallet. */
export async function lotsOf(db: Knex, wallet: string): Promise<readonly NamedLot[]> {
  const rows = await inWallet(db, wallet)
    .whereNot('open_quantity', '0')
    .orderBy(['symbol', 'username', 'id'])
    .select<LotRow[]>('username', 'symbol', 'token_ticker', 'token_decimals', 'open_quantity');
  return rows.map((row) => ({
    ...{ username: row.username, mint: row.symbol, quantity: dec(row.open_quantity) },
    ...{ ticker: row.token_ticker, decimals: row.token_decimals },
  }));
}

/** Mints with a swap on its way, and mints with a swap that was booked since `since`. */
export async function movingOf(db: Knex, wallet: string, since: Date): Promise<ReadonlySet<Mint>> {
  const ids = inWallet(db, wallet).select('id');
  const ofLate = db('trades')
    .where({ venue: 'JUPITER', venue_account: wallet })
    .where('closed_at', '>=', since.getTime())
    .select('id')
    .union(ids.clone());
  const orders = await db('orders')
    .join('trades', 'trades.id', 'orders.trade_id')
    .whereIn('orders.trade_id', ids)
    .whereIn('orders.status', UNDER_WAY)
    .select<OrderRow[]>('symbol', 'orders.status', 'sent_at', 'venue_order_id', 'venue_parent_id');
  const lately = await db('fills')
    .join('orders', 'orders.id', 'fills.order_id')
    .join('trades', 'trades.id', 'orders.trade_id')
    .whereIn('orders.trade_id', ofLate)
    .where('fills.filled_at', '>=', since.getTime())
    .distinct('symbol')
    .pluck<Mint[]>('symbol');
  const onTheirWay = orders.filter((row) => !isWaiting(row)).map(({ symbol }) => symbol);
  return new Set([...onTheirWay, ...lately]);
}

function isWaiting(row: OrderRow): boolean {
  return waitsAtDesk({
    status: row.status,
    sentAt: row.sent_at === null ? null : new Date(row.sent_at),
    venueOrderId: row.venue_order_id,
    venueParentId: row.venue_parent_id,
  });
}

/** How much of one of the two money mints one user's swaps have moved: whole units, signed. */
export interface MovedRow {
  readonly username: Username;
  readonly mint: Mint;
  readonly moved: string;
}

export async function movedOf(db: Knex, wallet: string): Promise<readonly MovedRow[]> {
  return db('wallet_moves').where({ wallet }).select('username', 'mint', 'moved');
}

/** The number of adoptions of each mint, which is the highest number among them. */
export async function adoptedOf(db: Knex, wallet: string): Promise<ReadonlyMap<Mint, number>> {
  const rows = await db('wallet_adoptions')
    .where({ wallet })
    .groupBy('mint')
    .select('mint')
    .max<{ mint: Mint; number: number }[]>({ number: 'number' });
  return new Map(rows.map(({ mint, number }) => [mint, Number(number)]));
}

function inWallet(db: Knex, wallet: string): Knex.QueryBuilder {
  return db('trades').where({ venue: 'JUPITER', venue_account: wallet }).whereIn('phase', ACTIVE);
}
