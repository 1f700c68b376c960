import { isOption } from '../instrument/instrument.ts';
import { ZERO, sum, type Decimal } from '../decimal.ts';
import { isFinal } from '../order/order-status.ts';
import type { TradeAggregate } from '../trade/trade.ts';

/**
 * Dollars of the account that a trade takes out of use, held or waiting: its cost, or what secures it. The
 * same as `TicketMoney.capital` said of it before: of a short put the strike less the premium, which is
 * paid for it; of a covered call nothing.
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
  if (!isOption(instrument) || instrument.right !== 'PUT') return ZERO;
  const contracts = trade.openQuantity.plus(waiting);
  return contracts.times(instrument.strike).times(instrument.multiplier);
}

/** Buying power: dollars that a new entry may take out of use. */
export function freeCash(cash: Decimal, active: readonly TradeAggregate[]): Decimal {
  return cash.minus(sum(active.map(reservedBy)));
}

/** Units of an entry that works. */
export function mayStillFill({ trade, orders }: TradeAggregate): Decimal {
  const works = orders.some((order) => order.role === 'ENTRY' && !isFinal(order.status));
  return works ? trade.quantity.minus(trade.filledQuantity) : ZERO;
}
