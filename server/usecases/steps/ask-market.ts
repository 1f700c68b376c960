import type { Username } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { VenueName } from '../../domain/venue.ts';
import {
  MarketDataUnavailable,
  type MarketData,
  type MarketDataSources,
} from '../../ports/market-data.ts';

/**
 * Asks the source of prices that a user has at a venue.
 * @throws {Refusal} VENUE_UNAVAILABLE when the source does not answer.
 */
export async function askMarket<T>(
  sources: MarketDataSources,
  { username, venue }: { readonly username: Username; readonly venue: VenueName },
  ask: (market: MarketData) => Promise<T>,
): Promise<T> {
  try {
    return await ask(await sources.of(username, venue));
  } catch (error) {
    if (!(error instanceof MarketDataUnavailable)) throw error;
    throw new Refusal('VENUE_UNAVAILABLE', error.message);
  }
}
