import type { Username } from '../../domain/ids.ts';
import { markOf, quoteFor } from '../../domain/market/mark-rules.ts';
import type { Mark } from '../../domain/market/mark.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import { MarketDataUnavailable, type MarketDataSources } from '../../ports/market-data.ts';

/** The market as an entry fills, for the greeks at entry; null when unknown. */
export async function entryMarkOf(
  sources: MarketDataSources,
  username: Username,
  { instrument, side, venue }: Trade,
): Promise<Mark | null> {
  try {
    const source = await sources.snapshotsFor(username, venue);
    const quote = quoteFor(instrument, await source.quotes([instrument.symbol]));
    return quote ? markOf(quote, instrument, side) : null;
  } catch (error) {
    if (error instanceof MarketDataUnavailable) return null;
    throw error;
  }
}
