import {
  indexVenueOrders,
  reportFor,
  type VenueOrderIndex,
} from '../../domain/order/match-report.ts';
import type { UnreadRow, VenueList, VenueOrder } from '../../domain/order/venue-order.ts';
import { worksAtVenue } from '../../domain/order/waits-at-desk.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { BrokerUnreachable, TokenRefused, type Broker } from '../../ports/broker.ts';

/** After this many unanswered questions in a row the venue is silent, not just one order. */
const SILENT_AFTER = 3;
/** The most unreadable rows to look up by id at once when one of them may be ours. */
const MOST_UNREAD_ASKED = 20;

/**
 * The whole list of an account's orders, plus a look-up by id of each order of these trades that the list
 * does not contain or not readably. A failed look-up costs only that order: the index lists it as unread.
 */
export async function lookUpOrders(
  broker: Broker,
  trades: readonly TradeAggregate[],
): Promise<VenueOrderIndex> {
  const list = await broker.orders();
  const ids = idsToAsk(trades, list);
  if (ids.length === 0) return indexVenueOrders(list);
  const { found, unheard } = await askById(broker, ids);
  const heard = new Set(ids.filter((id) => !unheard.has(id)));
  const left = list.unread.filter(({ key }) => key === null || !heard.has(key));
  const unread = [...unheard].map((key): UnreadRow => ({ key, reason: 'not told by its id' }));
  return indexVenueOrders({
    listed: [...list.listed, ...found],
    complete: list.complete || (list.unread.length > 0 && left.length === 0),
    unread: [...left, ...unread],
  });
}

function idsToAsk(trades: readonly TradeAggregate[], list: VenueList<VenueOrder>): string[] {
  const index = indexVenueOrders(list);
  const working = trades.flatMap(({ orders }) => orders).filter(worksAtVenue);
  const silent = working.filter((order) => !reportFor(order, index));
  const own = silent.flatMap((order) => order.venueParentId ?? order.venueOrderId ?? []);
  // An order of ours without a known id may be any of the unreadable ones.
  const nameless = silent.some((order) => !order.venueParentId && !order.venueOrderId);
  const unread = nameless ? list.unread.flatMap(({ key }) => key ?? []) : [];
  return [...new Set([...own, ...unread.slice(0, MOST_UNREAD_ASKED)])];
}

async function askById(broker: Broker, ids: readonly string[]) {
  const found: VenueOrder[] = [];
  const unheard = new Set<string>();
  let silence = 0;
  for (const id of ids) {
    if (silence >= SILENT_AFTER) {
      unheard.add(id);
      continue;
    }
    try {
      const order = await broker.order(id);
      silence = 0;
      if (order) found.push(order);
    } catch (error) {
      if (!(error instanceof BrokerUnreachable) || error instanceof TokenRefused) throw error;
      silence += 1;
      unheard.add(id);
    }
  }
  return { found, unheard };
}
