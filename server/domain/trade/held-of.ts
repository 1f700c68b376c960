import { sum, type Decimal } from '../decimal.ts';
import { directionOf, type TradeAggregate } from './trade.ts';

/** What these trades hold of a symbol, signed. */
export function heldOf(trades: readonly TradeAggregate[], symbol: string): Decimal {
  return sum(
    trades
      .filter(({ trade }) => trade.instrument.symbol === symbol)
      .map(({ trade }) => trade.openQuantity.times(directionOf(trade.side))),
  );
}
