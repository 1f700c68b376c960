import { isOption } from '../instrument/instrument.ts';
import { ZERO, sum, type Decimal } from '../decimal.ts';
import { isEntering } from '../order/is-entering.ts';
import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import type { TradeAggregate } from '../trade/trade.ts';

/**
 * Dollars of the account that a trade ties up, held or waiting: its cost or its collateral. Equal to
 * `TicketMoney.capital` before the trade: for a short put the strike less the premium received, for a covered
 * call nothing.
 */
export function capitalOf(aggregate: TradeAggregate): Decimal {
  const { trade } = aggregate;
  const reserved = reservedBy(aggregate);
  if (trade.side.startsWith('BUY')) return trade.openCost.plus(reserved);
  if (reserved.isZero()) return ZERO;
  const { limitPrice, stopPrice, mark, instrument } = trade;
  const price = limitPrice ?? stopPrice ?? mark?.bid ?? ZERO;
  const awaited = mayStillFill(aggregate).times(price).times(instrument.multiplier);
  return reserved.minus(trade.openCost.abs()).minus(awaited);
}

/**
 * Cash of the account that is already committed: what a working entry may still cost, in full or after a
 * partial fill, and the strikes of short puts, held or waiting.
 */
export function reservedBy(aggregate: TradeAggregate): Decimal {
  const { trade } = aggregate;
  const { instrument, side } = trade;
  const waiting = mayStillFill(aggregate);
  if (side.startsWith('BUY')) {
    const swap = aggregate.orders.find(isPayingNow);
    if (swap?.pays) return swap.pays;
    const price = trade.limitPrice ?? trade.stopPrice ?? trade.mark?.ask ?? ZERO;
    return waiting.times(price).times(instrument.multiplier);
  }
  if (!isOption(instrument) || instrument.right !== 'PUT') return ZERO;
  const contracts = trade.openQuantity.plus(waiting);
  return contracts.times(instrument.strike).times(instrument.multiplier);
}

/** Whether a purchase by swap is under way: its dollars are spent or come back. */
function isPayingNow({ role, status, pays }: Order): boolean {
  return role === 'ENTRY' && pays !== null && !isFinal(status);
}

/** Dollars that trades together tie up, including waiting ones. */
export function committedOf(trades: readonly TradeAggregate[]): Decimal {
  return sum(trades.map(capitalOf));
}

/** Buying power: dollars that a new entry may tie up. */
export function freeCash(cash: Decimal, active: readonly TradeAggregate[]): Decimal {
  return cash.minus(sum(active.map(reservedBy)));
}

/** Units that a working entry may still fill. */
export function mayStillFill({ trade, orders }: TradeAggregate): Decimal {
  const works = isEntering(orders);
  return works ? trade.quantity.minus(trade.filledQuantity) : ZERO;
}
