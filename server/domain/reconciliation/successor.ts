import { dec, sum, type Decimal } from '../decimal.ts';
import { isSameSymbol } from '../instrument/share-class.ts';
import { parseOccSymbol } from '../instrument/occ-symbol.ts';
import type { VenuePosition } from '../order/venue-order.ts';
import type { TradeAggregate } from '../trade/trade.ts';

/** Part of the cost by which a venue's may differ, because it may include fees. */
const COST_TOLERANCE = dec('0.01');

export interface Successor {
  readonly symbol: string;
  readonly quantity: Decimal;
  /** The quantity is the same: only the ticker is new. */
  readonly renamed: boolean;
}

/**
 * The likely successor of shares that are gone from the account: shares that no trade of the book holds, at
 * the same cost, or else with the same quantity. Null unless exactly one position fits.
 */
export function successorOf(
  symbol: string,
  ours: Decimal,
  positions: readonly VenuePosition[],
  active: readonly TradeAggregate[],
): Successor | null {
  if (parseOccSymbol(symbol)) return null;
  const strange = positions.filter(
    (position) =>
      !position.quantity.isZero() &&
      parseOccSymbol(position.symbol) === null &&
      !active.some(({ trade }) => isSameSymbol(trade.instrument.symbol, position.symbol)),
  );
  const cost = sum(
    active
      .filter(({ trade }) => isSameSymbol(trade.instrument.symbol, symbol))
      .map(({ trade }) => trade.openCost),
  );
  const atCost = strange.filter(({ costBasis }) => isNear(costBasis, cost));
  const asMany = strange.filter(({ quantity }) => quantity.equals(ours));
  const [found, ...more] = atCost.length > 0 ? atCost : asMany;
  if (!found || more.length > 0) return null;
  const { quantity } = found;
  return { symbol: found.symbol, quantity, renamed: quantity.equals(ours) };
}

function isNear(one: Decimal, other: Decimal): boolean {
  return one.minus(other).abs().lessThanOrEqualTo(other.abs().times(COST_TOLERANCE));
}
