import { sum } from '../decimal.ts';
import type { TradeAggregate } from './trade.ts';

/** The venue reported more closed than was held; what is over is in no position of the book. */
export function isOverfilled({ trade, orders }: TradeAggregate): boolean {
  const exits = orders.filter((order) => order.role !== 'ENTRY');
  return sum(exits.map((order) => order.filledQuantity)).greaterThan(trade.exitedQuantity);
}
