import type { Decimal } from '../decimal.ts';
import { exchangeDate, expiryInstant } from '../calendar/market-calendar.ts';
import type { OptionContract } from '../instrument/instrument.ts';
import { intrinsicValue } from '../instrument/intrinsic-value.ts';
import type { AccountEvent } from '../order/account-event.ts';
import { finishOrder } from './finish-order.ts';
import { isLive, isOver, venueInstrument, type VenueState } from './venue-state.ts';

/** How long a finished order, or another event, stays listed. */
const KEPT_MS = 30 * 86_400_000;

/** DAY orders past their session's close expire, whatever the market does later. */
export function endOfDay(state: VenueState, now: Date): VenueState {
  let next = state;
  for (const { id } of state.orders) {
    const order = next.orders.find((candidate) => candidate.id === id);
    if (!order || !isLive(order) || !order.expiresAt || order.expiresAt > now) continue;
    next = finishOrder(next, order, 'EXPIRED', now);
  }
  return next;
}

/** Contracts of the account, worked or held, whose last instant is past. */
export function expiredContracts(state: VenueState, now: Date): OptionContract[] {
  const symbols = new Set([
    ...state.orders.filter((order) => !isOver(order)).map((order) => order.symbol),
    ...state.positions.map((position) => position.symbol),
  ]);
  return [...symbols].map(venueInstrument).filter((instrument): instrument is OptionContract => {
    return instrument.assetClass === 'OPTION' && expiryInstant(instrument.expiration) <= now;
  });
}

/**
 * Ends what is left of an expired contract: its orders expire, and the position is paid out in cash at
 * its intrinsic value by the underlying's official close. Null where the close is not known yet: the
 * orders still end, the position waits.
 */
export function expireContract(
  state: VenueState,
  contract: OptionContract,
  close: Decimal | null,
  now: Date,
): VenueState {
  let next = state;
  for (const { id } of state.orders) {
    const order = next.orders.find((candidate) => candidate.id === id);
    if (!order || isOver(order) || order.symbol !== contract.symbol) continue;
    next = finishOrder(next, order, 'EXPIRED', now);
  }
  const held = next.positions.find((position) => position.symbol === contract.symbol);
  if (!held || close === null) return next;
  const intrinsic = intrinsicValue(contract, close);
  const amount = intrinsic.times(held.quantity).times(contract.multiplier);
  const expiration: AccountEvent = {
    kind: 'EXPIRATION',
    date: contract.expiration,
    symbol: contract.symbol,
    quantity: held.quantity.neg(),
    price: intrinsic,
    amount,
    description: `Expired; settled in cash by the close of ${close.toFixed()}`,
  };
  return {
    ...next,
    cash: next.cash.plus(amount),
    positions: next.positions.filter((position) => position !== held),
    events: [...next.events, expiration],
  };
}

/** Forgets events of more than 30 days ago, and submissions that ended before then, whole ones only. */
export function pruneVenue(state: VenueState, now: Date): VenueState {
  const cutoff = now.getTime() - KEPT_MS;
  const kept = new Set(
    state.orders
      .filter((order) => !isOver(order) || order.changedAt.getTime() >= cutoff)
      .map((order) => order.parentId ?? order.id),
  );
  const orders = state.orders.filter((order) => kept.has(order.parentId ?? order.id));
  const firstDay = exchangeDate(new Date(cutoff));
  const events = state.events.filter(({ date }) => date >= firstDay);
  const unchanged = orders.length === state.orders.length && events.length === state.events.length;
  return unchanged ? state : { ...state, orders, events };
}
