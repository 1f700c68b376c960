import { sum, ZERO, type Decimal } from '../decimal.ts';
import { isSameSymbol } from '../instrument/share-class.ts';
import type { VenueList, VenuePosition } from '../order/venue-order.ts';
import { type TradeAggregate } from './trade.ts';
import { directionOf } from '../order/order.ts';

/** The signed quantity that these trades hold of a symbol. */
export function heldOf(trades: readonly TradeAggregate[], symbol: string): Decimal {
  return sum(
    trades
      .filter(({ trade }) => isSameSymbol(trade.instrument.symbol, symbol))
      .map(({ trade }) => trade.openQuantity.times(directionOf(trade.side))),
  );
}

/** The account's signed position in a symbol; zero when it lists none, null when an incomplete list omits it. */
export function heldAt(positions: VenueList<VenuePosition>, symbol: string): Decimal | null {
  const held = positions.listed.find((position) => isSameSymbol(position.symbol, symbol))?.quantity;
  return held ?? (positions.complete ? ZERO : null);
}
