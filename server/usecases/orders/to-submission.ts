import type { Order } from '../../domain/order/order.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { Submission } from '../../ports/broker.ts';

/** What a submission takes from its trade. */
export type Placed = Pick<TradeAggregate['trade'], 'instrument' | 'fillModel' | 'fillFit'> &
  Partial<Pick<TradeAggregate['trade'], 'closeRequest'>>;

/** Orders of one tag as the one request that they are. */
export function toSubmission(
  { trade }: { readonly trade: Placed },
  orders: readonly Order[],
): Submission {
  const tag = orders[0]?.tag ?? '';
  const pair = orders.some((order) => order.role === 'ENTRY') ? 'OTO' : 'OCO';
  const shape = orders.length === 1 ? 'SINGLE' : orders.length === 2 ? pair : 'OTOCO';
  const { instrument, fillModel, fillFit, closeRequest } = trade;
  const closes = orders.some((order) => order.role === 'CLOSE');
  const confirmedPrice = closes ? (closeRequest?.confirmedPrice ?? null) : null;
  return { shape, tag, instrument, orders, fillModel, fillFit, confirmedPrice };
}
