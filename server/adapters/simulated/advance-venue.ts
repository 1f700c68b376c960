import { matchVenue, type TradableQuote } from '../../domain/matching/match-venue.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { expireContract } from '../../domain/matching/expire-contract.ts';
import { endOfDay, expiredContracts, pruneVenue } from '../../domain/matching/venue-clock.ts';
import { symbolsOf } from '../../domain/matching/submissions.ts';
import { isLive, type VenueState } from '../../domain/matching/venue-state.ts';
import type { VenueMarket } from './venue-market.ts';

/**
 * Brings an account up to `now`. Contracts and DAY orders past their time end first, so that nothing fills
 * that could not have; then working orders meet the market. Returns the same object when nothing changed.
 * Without `funds` an expired position waits, because it is unknown what its owner can pay for.
 */
export async function advanceVenue(
  state: VenueState,
  market: VenueMarket,
  now: Date,
  funds: (() => Promise<Decimal>) | null,
): Promise<VenueState> {
  let next = state;
  for (const contract of expiredContracts(state, now)) {
    const close = await market.officialClose(contract.underlying, contract.expiration);
    const terms = close && funds && { close: close.price, funds: await funds() };
    next = expireContract(next, contract, terms, now);
  }
  next = endOfDay(next, now);
  const symbols = [...symbolsOf(next.orders, isLive)];
  if (symbols.length === 0) return pruneVenue(next, now);
  const quotes = await market.quotes(symbols);
  const tradable = new Map<string, TradableQuote>();
  for (const [symbol, quote] of quotes) {
    tradable.set(symbol, { quote, available: market.depth(symbol) });
  }
  return pruneVenue(matchVenue(next, tradable, now), now);
}
