import { sum, ZERO, type Decimal } from '../decimal.ts';
import type { VenuePosition } from '../order/venue-order.ts';
import { directionOf, type TradeAggregate } from './trade.ts';

/** What these trades hold of a symbol, signed. */
export function heldOf(trades: readonly TradeAggregate[], symbol: string): Decimal {
  return sum(
    trades
      .filter(({ trade }) => trade.instrument.symbol === symbol)
      .map(({ trade }) => trade.openQuantity.times(directionOf(trade.side))),
  );
}

/** What an account shows of a symbol, signed; zero where it lists none. */
export function heldAt(positions: readonly VenuePosition[], symbol: string): Decimal {
  return positions.find((position) => position.symbol === symbol)?.quantity ?? ZERO;
}
