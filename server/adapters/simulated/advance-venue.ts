import { matchVenue, type TradableQuote } from '../../domain/matching/match-venue.ts';
import {
  endOfDay,
  expireContract,
  expiredContracts,
  pruneVenue,
} from '../../domain/matching/venue-clock.ts';
import { isLive, type VenueState } from '../../domain/matching/venue-state.ts';
import type { VenueMarket } from './venue-market.ts';

/**
 * Brings an account up to `now`: contracts and DAY orders past their time end first, so that nothing
 * fills that could not have; then what is live meets the market. The same object where nothing changed.
 */
export async function advanceVenue(
  state: VenueState,
  market: VenueMarket,
  now: Date,
): Promise<VenueState> {
  let next = state;
  for (const contract of expiredContracts(state, now)) {
    const close = await market.officialClose(contract.underlying, contract.expiration);
    next = expireContract(next, contract, close?.price ?? null, now);
  }
  next = endOfDay(next, now);
  const symbols = [...new Set(next.orders.filter(isLive).map((order) => order.symbol))];
  if (symbols.length === 0) return pruneVenue(next, now);
  const quotes = await market.quotes(symbols);
  const tradable = new Map<string, TradableQuote>();
  for (const [symbol, quote] of quotes) {
    tradable.set(symbol, { quote, available: market.depth(symbol) });
  }
  return pruneVenue(matchVenue(next, tradable, now), now);
}
