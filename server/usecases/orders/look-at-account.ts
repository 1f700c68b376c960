import { indexVenueOrders } from '../../domain/order/match-report.ts';
import { completeList } from '../../domain/order/venue-order.ts';
import type { VenueBalances, VenueList, VenuePosition } from '../../domain/order/venue-order.ts';
import { mayMove, type OrderLooks } from '../../domain/reconciliation/settled.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { Broker } from '../../ports/broker.ts';
import { lookUpOrders } from './look-up-orders.ts';

export interface AccountLook {
  readonly positions: VenueList<VenuePosition>;
  readonly looks: OrderLooks;
}

export interface MoneyLook extends AccountLook {
  readonly balances: VenueBalances;
}

/**
 * An account's positions, read between two looks at those orders of these trades that may move them. When no
 * order may, only the positions are read.
 */
export function lookAtAccount(
  broker: Broker,
  active: readonly TradeAggregate[],
): Promise<AccountLook> {
  return between(broker, active, async () => ({ positions: await broker.positions() }));
}

export function lookAtMoney(broker: Broker, active: readonly TradeAggregate[]): Promise<MoneyLook> {
  return between(broker, active, async () => {
    const positions = await broker.positions();
    return { positions, balances: await broker.balances() };
  });
}

async function between<T>(
  broker: Broker,
  active: readonly TradeAggregate[],
  ask: () => Promise<T>,
): Promise<T & { readonly looks: OrderLooks }> {
  const moving = active.map(({ trade, orders }) => ({ trade, orders: orders.filter(mayMove) }));
  const waiting = moving.filter(({ orders }) => orders.length > 0);
  if (waiting.length === 0) {
    const none = indexVenueOrders(completeList([]));
    return { ...(await ask()), looks: { before: none, after: none } };
  }
  const before = await lookUpOrders(broker, waiting);
  const asked = await ask();
  return { ...asked, looks: { before, after: await lookUpOrders(broker, waiting) } };
}
