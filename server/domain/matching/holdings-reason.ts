import { Decimal, sum, ZERO } from '../decimal.ts';
import { type Instrument, isOption } from '../instrument/instrument.ts';
import { isBuy } from '../order/order.ts';
import {
  type BookedOrder,
  heldQuantity,
  isClosing,
  isLive,
  isOver,
  remainingOf,
  venueInstrument,
  type VenueState,
} from './venue-state.ts';
import type { SubmittedOrder } from './venue-submission.ts';

/** Why the position does not allow a closing order, counting what other closing orders would close. */
export function closingReason(
  state: VenueState,
  instrument: Instrument,
  order: SubmittedOrder,
): string | null {
  const { symbol } = instrument;
  const held = heldQuantity(state, symbol);
  const long = !isBuy(order.side);
  const what = long ? 'long' : 'short';
  if (long ? !held.greaterThan(0) : !held.lessThan(0)) {
    return `${order.side} cannot be placed unless you hold a ${what} position in ${symbol}, please check open orders.`;
  }
  const free = held.abs().minus(workingExits(state, symbol));
  const covering = long ? sharesCovering(state, symbol) : ZERO;
  if (order.quantity.lessThanOrEqualTo(free.minus(covering))) return null;
  return `The order is for more than your current ${what} position in ${symbol}, along with open orders.`;
}

/** Why an opening order conflicts with the position or a working order, or is not covered. */
export function openingReason(
  state: VenueState,
  instrument: Instrument,
  order: SubmittedOrder,
): string | null {
  const { symbol } = instrument;
  const held = heldQuantity(state, symbol);
  const opposed = isBuy(order.side) ? held.lessThan(0) : held.greaterThan(0);
  if (opposed) return `${order.side} is against your current position in ${symbol}.`;
  const against = state.orders.some(
    (other) =>
      other.symbol === symbol &&
      !isOver(other) &&
      !isClosing(other) &&
      isBuy(other.side) !== isBuy(order.side),
  );
  if (against) return `An open order on the other side of ${symbol} stands against this one.`;
  if (order.side !== 'SELL_TO_OPEN' || !isOption(instrument)) return null;
  if (instrument.right === 'PUT') return null;
  const { underlying, multiplier } = instrument;
  const shares = freeShares(state, underlying);
  if (order.quantity.times(multiplier).lessThanOrEqualTo(shares)) return null;
  return `A short call must be covered by ${multiplier} shares of ${underlying} per contract.`;
}

/** Shares held that no working exit and no short call needs. */
export function freeShares(state: VenueState, symbol: string): Decimal {
  return heldQuantity(state, symbol)
    .minus(workingExits(state, symbol))
    .minus(sharesCovering(state, symbol));
}

/** What live exits would close in total; a pair counts once, because only one of it can fill. */
function workingExits(state: VenueState, symbol: string): Decimal {
  const exits = state.orders.filter(
    (order) => order.symbol === symbol && isLive(order) && isClosing(order),
  );
  const families = new Map<string, Decimal>();
  for (const exit of exits) {
    const family = exit.parentId ?? exit.id;
    families.set(family, Decimal.max(families.get(family) ?? ZERO, remainingOf(exit)));
  }
  return sum(families.values());
}

/** Shares that cover short calls, held or still being sold. */
function sharesCovering(state: VenueState, symbol: string): Decimal {
  const shares = (contracts: Decimal, of: string): Decimal => {
    const instrument = venueInstrument(of);
    const covers =
      isOption(instrument) && instrument.right === 'CALL' && instrument.underlying === symbol;
    return covers ? contracts.times(instrument.multiplier) : ZERO;
  };
  const held = state.positions
    .filter((position) => position.quantity.lessThan(0))
    .map((position) => shares(position.quantity.abs(), position.symbol));
  const worked = state.orders
    .filter((order: BookedOrder) => isLive(order) && order.side === 'SELL_TO_OPEN')
    .map((order) => shares(remainingOf(order), order.symbol));
  return sum([...held, ...worked]);
}
