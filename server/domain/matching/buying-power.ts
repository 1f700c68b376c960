import { isOption } from '../instrument/instrument.ts';
import { dec, sum, ZERO, type Decimal } from '../decimal.ts';
import type { VenuePosition } from '../order/venue-order.ts';
import { isBuy, type OrderSide } from '../order/order.ts';
import { feeFor } from './fee-schedule.ts';
import { isClosing, isLive, remainingOf, venueInstrument, type VenueState } from './venue-state.ts';

/** Regulation T: shares sold short need their proceeds plus half as much again. */
const SHORT_SHARES_RESERVE = dec('1.5');
const SHORT_SHARES_OWN = dec('0.5');

/**
 * Dollars free for new openings: the account's funds and trading cash, less the strikes of short puts, the
 * margin of short shares and the cost of live opening orders. `funds`: see `VenueTerms`.
 */
export function buyingPower(state: VenueState, funds: Decimal): Decimal {
  const orders = state.orders.filter((order) => isLive(order) && !isClosing(order));
  const committed = orders.map((order) =>
    openingCost(order.symbol, order.side, remainingOf(order), order.reservePrice),
  );
  return funds
    .plus(state.cash)
    .minus(sum(state.positions.map(reserveOf)))
    .minus(sum(committed));
}

/** Dollars that an opening order takes out of buying power: cost or collateral, plus fees. */
export function openingCost(
  symbol: string,
  side: OrderSide,
  quantity: Decimal,
  price: Decimal,
): Decimal {
  const instrument = venueInstrument(symbol);
  const fee = feeFor(instrument.assetClass, quantity);
  if (isBuy(side)) return quantity.times(price).times(instrument.multiplier).plus(fee);
  if (!isOption(instrument)) return quantity.times(price).times(SHORT_SHARES_OWN).plus(fee);
  if (instrument.right === 'CALL') return fee;
  return quantity.times(instrument.strike).times(instrument.multiplier).plus(fee);
}

function reserveOf({ symbol, quantity, costBasis }: VenuePosition): Decimal {
  if (!quantity.lessThan(0)) return ZERO;
  const instrument = venueInstrument(symbol);
  if (!isOption(instrument)) return costBasis.abs().times(SHORT_SHARES_RESERVE);
  if (instrument.right === 'CALL') return ZERO;
  return quantity.abs().times(instrument.strike).times(instrument.multiplier);
}
