import { isWorking } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import { bringsExits } from '../order/waits-for-entry.ts';
import { ZERO, type Decimal } from '../decimal.ts';
import { mayAskAgain, refusalsThatCount } from './ask-again.ts';
import type { TradeAggregate } from '../trade/trade.ts';

/** The quantity that a working entry may still fill; 0 without one. */
export function restOfEntry({ orders }: TradeAggregate): Decimal {
  const entry = orders.find(({ role, status }) => role === 'ENTRY' && isWorking(status));
  return entry ? entry.quantity.minus(entry.filledQuantity) : ZERO;
}

/**
 * Why the filled part of a working entry gets no exits of its own at the venue. The exits of an OTOCO start
 * when its entry is complete; a second pair next to them would close more than is held. Next to a lone entry
 * the venue holds exits, unless it refused them there: it may take no order against another of the same symbol.
 * The desk asks again at the pace of any refusal, not at each fill.
 */
export function whyNotBeside(
  entry: Order,
  { exits, orders }: { exits: readonly Order[]; orders: readonly Order[] },
  now: Date,
): string | null {
  if (bringsExits(entry, exits))
    return 'the entry is still filling, and its exits wait for all of it';
  const refused = refusalsThatCount(orders, now).filter(
    (order) => order.status === 'REJECTED' && wentBeside(order, entry),
  );
  const last = refused.at(-1);
  if (exits.length > 0 || !last || mayAskAgain(refused, now)) return null;
  return last.reason ?? 'the venue refused them beside the entry';
}

/** Whether the venue refused an order next to its entry: it may take the same order once the entry is gone. */
export function wasRefusedBeside(order: Order, orders: readonly Order[]): boolean {
  const entry = orders.findLast(({ role }) => role === 'ENTRY');
  if (!entry || isWorking(entry.status) || !wentBeside(order, entry)) return false;
  return order.updatedAt < entry.updatedAt;
}

function wentBeside(order: Order, entry: Order): boolean {
  return order.tag !== entry.tag && order.placedAt >= entry.placedAt;
}
