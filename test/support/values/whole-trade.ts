import type { TradeAggregate } from '../../../server/domain/trade/trade.ts';
import type { BookReader } from '../../../server/ports/book.ts';

/** A trade with all its orders and fills, as for display. */
export async function wholeTrade(
  reader: BookReader,
  id = 'paper_trade-1',
): Promise<TradeAggregate> {
  const found = await reader.trade(id);
  if (!found) throw new Error(`There is no trade ${id}.`);
  return { ...found, orders: (await reader.allOrdersOf([id])).get(id) ?? [] };
}
