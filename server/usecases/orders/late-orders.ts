import { reportFor, type VenueOrderIndex } from '../../domain/order/match-report.ts';
import type { VenueOrder } from '../../domain/order/venue-order.ts';
import { isLateNews, matters } from '../../domain/reports/late-order.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { isIn } from '../../domain/trade/venue-account.ts';
import type { BookReader } from '../../ports/book.ts';
import { isBrokerError, type Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';

/**
 * Trades of any age for which the venue lists an order that had ended here, but works there or has filled
 * since. It looks up only tags that none of `loaded` has: a quiet list costs one statement, and none when
 * every order is known.
 */
export async function tradesOfLateOrders(
  reader: BookReader,
  broker: Broker,
  loaded: readonly TradeAggregate[],
  { index, askedAt }: { index: VenueOrderIndex; askedAt: Date },
): Promise<readonly TradeAggregate[]> {
  const known = new Set(loaded.flatMap(({ orders }) => orders).map(({ tag }) => tag));
  const tags = [...index.byTag].filter(([tag, order]) => !known.has(tag) && matters(order));
  if (tags.length === 0) return [];
  const tagged = await reader.ordersTagged(tags.map(([tag]) => tag));
  const late = tagged.filter((order) => isLateNews(order, reportFor(order, index), askedAt));
  if (late.length === 0) return [];
  const lateTags = [...new Set(late.map(({ tag }) => tag))];
  const trades: TradeAggregate[] = [];
  for (const id of new Set(late.map(({ tradeId }) => tradeId))) {
    const found = await reader.trade(id, lateTags);
    if (found && isIn(broker)(found)) trades.push(found);
  }
  return trades;
}

/** A cancel that is not taken is sent again at the next look, which finds the order still working. */
export async function cancelLate(
  { log }: BookDeps,
  broker: Broker,
  orders: readonly VenueOrder[],
): Promise<void> {
  for (const { venueOrderId } of orders) {
    try {
      await broker.cancel(venueOrderId);
    } catch (error) {
      if (!isBrokerError(error)) throw error;
      log.warn('A late closing order was not taken back', { venueOrderId, reason: error.message });
    }
  }
}
