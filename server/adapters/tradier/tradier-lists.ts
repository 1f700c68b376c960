import { z } from 'zod';
import type { UnreadRow, VenueList, VenuePosition } from '../../domain/order/venue-order.ts';
import { readRows, type UnreadWireRow } from '../wire/read-rows.ts';
import { orderRow, positionRow, wireId, type OrderRow } from './tradier-schema.ts';

/** The most rows that Tradier returns at once, and its page size when it ignores the limit. */
const PAGE = 1500;
const DEFAULT_PAGE = 25;

export interface OrdersPage {
  readonly orders: readonly unknown[];
  readonly pages: { readonly total_pages: number | null };
}

/** Reads all pages. A page without a new order is the last one, even if the venue announces more. */
export async function listOrders(
  ask: (query: { page: string; limit: string }) => Promise<OrdersPage>,
): Promise<VenueList<OrderRow>> {
  const found = new Map<string, OrderRow>();
  const unread = new Map<string, UnreadRow>();
  for (let page = 1; ; page += 1) {
    const { orders, pages } = await ask({ page: String(page), limit: String(PAGE) });
    const known = found.size + unread.size;
    const rows = readRows(orderRow, orders);
    for (const row of rows.read) found.set(row.id, row);
    for (const row of rows.unread) unread.set(JSON.stringify(row.row), unreadRow(row, orderId));
    const more = pages.total_pages
      ? page < pages.total_pages
      : orders.length >= PAGE || orders.length === DEFAULT_PAGE;
    if (!more || found.size + unread.size === known) break;
  }
  return venueList([...found.values()], [...unread.values()]);
}

export function listPositions(rows: readonly unknown[]): VenueList<VenuePosition> {
  const { read, unread } = readRows(positionRow, rows);
  const listed = read.map(({ symbol, quantity, cost_basis }) => ({
    symbol,
    quantity,
    costBasis: cost_basis,
  }));
  return venueList(
    listed,
    unread.map((row) => unreadRow(row, positionSymbol)),
  );
}

function venueList<Row>(listed: readonly Row[], unread: readonly UnreadRow[]): VenueList<Row> {
  return { listed, complete: unread.length === 0, unread };
}

const orderId = z.object({ id: wireId }).transform(({ id }) => id);
const positionSymbol = z.object({ symbol: z.string().min(1) }).transform(({ symbol }) => symbol);

function unreadRow({ row, reason }: UnreadWireRow, key: z.ZodType<string>): UnreadRow {
  const known = key.safeParse(row);
  return { key: known.success ? known.data : null, reason };
}
