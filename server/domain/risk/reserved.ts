import { ZERO, type Decimal } from '../decimal.ts';
import { isFinal } from '../order/order-status.ts';
import type { TradeAggregate } from '../trade/trade.ts';

/** Dollars of the account that a trade holds: its cost, and what is spoken for besides. */
export function capitalOf(aggregate: TradeAggregate): Decimal {
  return aggregate.trade.openCost.abs().plus(reservedBy(aggregate));
}

/**
 * Cash still in the account that is spoken for: what an entry may yet cost while it works, all of it or
 * the rest of a partial fill; the strike that secures a short put, held or waiting.
 */
export function reservedBy(aggregate: TradeAggregate): Decimal {
  const { trade } = aggregate;
  const { instrument, side } = trade;
  const waiting = mayStillFill(aggregate);
  if (side.startsWith('BUY')) {
    const price = trade.limitPrice ?? trade.stopPrice ?? trade.mark?.ask ?? ZERO;
    return waiting.times(price).times(instrument.multiplier);
  }
  if (instrument.assetClass !== 'OPTION' || instrument.right !== 'PUT') return ZERO;
  const contracts = trade.openQuantity.plus(waiting);
  return contracts.times(instrument.strike).times(instrument.multiplier);
}

function mayStillFill({ trade, orders }: TradeAggregate): Decimal {
  const works = orders.some((order) => order.role === 'ENTRY' && !isFinal(order.status));
  return works ? trade.quantity.minus(trade.filledQuantity) : ZERO;
}
