import { exchangeDate } from '../calendar/market-calendar.ts';
import { type OptionContract, isOption } from '../instrument/instrument.ts';
import { lastTradingInstant } from '../instrument/last-trading.ts';
import { expireOrders } from './finish-order.ts';
import { symbolsOf } from './submissions.ts';
import { isLive, isOver, venueInstrument, type VenueState } from './venue-state.ts';

/** How long finished orders and other events stay listed; expiries of contracts stay longer. */
const LISTED_MS = 30 * 86_400_000;
const EXPIRIES_KEPT_MS = 400 * 86_400_000;

/** The time since which changes are listed; older ones no longer are. */
export function listedSince(now: Date): Date {
  return new Date(now.getTime() - LISTED_MS);
}

/** DAY orders past their session's close expire, whatever the market does later. */
export function endOfDay(state: VenueState, now: Date): VenueState {
  return expireOrders(state, (order) => isLive(order) && hasPassed(order.expiresAt, now), now);
}

function hasPassed(time: Date | null, now: Date): boolean {
  return time !== null && time <= now;
}

/** Contracts in the account, held or with a working order, that have stopped trading. */
export function expiredContracts(state: VenueState, now: Date): OptionContract[] {
  const symbols = symbolsOf(state.orders, (order) => !isOver(order));
  for (const { symbol } of state.positions) symbols.add(symbol);
  return [...symbols].map(venueInstrument).filter((instrument): instrument is OptionContract => {
    return isOption(instrument) && lastTradingInstant(instrument) <= now;
  });
}

/** Removes events older than 30 days, and expiries of contracts after 400 days. */
export function pruneVenue(state: VenueState, now: Date): VenueState {
  const firstDay = exchangeDate(listedSince(now));
  const events = state.events.filter(({ date }) => date >= firstDay);
  const oldest = now.getTime() - EXPIRIES_KEPT_MS;
  const expired = state.expired.filter(({ at }) => at.getTime() >= oldest);
  const unchanged =
    events.length === state.events.length && expired.length === state.expired.length;
  return unchanged ? state : { ...state, events, expired };
}
