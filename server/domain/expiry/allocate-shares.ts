import { isShares } from '../instrument/instrument.ts';
import { Decimal } from '../decimal.ts';
import { isSameSymbol } from '../instrument/share-class.ts';
import { isWorking } from '../order/order-status.ts';
import { type Trade, type TradeAggregate } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';

export interface Allocation {
  readonly held: TradeAggregate;
  readonly quantity: Decimal;
}

/**
 * The held share trades that deliver the shares: first those without a working exit order, then the oldest.
 * Null when they hold too few. `by`: only trades that were open at that instant, for a delivery that the desk
 * learns of days later.
 */
export function allocateShares(
  active: readonly TradeAggregate[],
  option: Trade,
  shares: Decimal,
  by?: Date,
): readonly Allocation[] | null {
  const holding = active
    .filter(({ trade }) => isOfferedBy(trade, option))
    .filter((each) => !by || openedAt(each) <= by.getTime())
    .sort((a, b) => claims(a) - claims(b) || openedAt(a) - openedAt(b));
  const allocated: Allocation[] = [];
  let left = shares;
  for (const held of holding) {
    if (left.isZero()) break;
    const quantity = Decimal.min(left, held.trade.openQuantity);
    allocated.push({ held, quantity });
    left = left.minus(quantity);
  }
  return left.isZero() ? allocated : null;
}

function isOfferedBy(trade: Trade, option: Trade): boolean {
  const { instrument, status, venue, venueAccount, openQuantity, side } = trade;
  const held = (status === 'OPEN' || status === 'CLOSING') && !openQuantity.isZero();
  const same = venue === option.venue && venueAccount === option.venueAccount;
  const ours =
    isShares(instrument) && isSameSymbol(instrument.symbol, option.instrument.underlying);
  return held && same && ours && directionOf(side) === 1;
}

function claims({ orders }: TradeAggregate): number {
  return orders.some((order) => order.role !== 'ENTRY' && isWorking(order.status)) ? 1 : 0;
}

function openedAt({ trade }: TradeAggregate): number {
  return (trade.openedAt ?? trade.placedAt).getTime();
}
