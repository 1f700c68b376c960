import type { CalendarDate } from '../../domain/ids.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import {
  MarketDataUnavailable,
  type MarketData,
  type MarketDataSources,
  type OfficialClose,
} from '../../ports/market-data.ts';

/** Official closes of one round: each source is asked once for an underlying and a date. */
export class OfficialCloses {
  readonly #asked = new Map<MarketData, Map<string, Promise<OfficialClose | null>>>();

  constructor(private readonly sources: MarketDataSources) {}

  /** The close on an exchange date (YYYY-MM-DD); null while it is not known. */
  async of(
    { username, venue }: Pick<Trade, 'username' | 'venue'>,
    underlying: string,
    date: CalendarDate,
  ): Promise<OfficialClose | null> {
    const market = await this.sources.of(username, venue);
    const known = this.#asked.get(market) ?? new Map<string, Promise<OfficialClose | null>>();
    this.#asked.set(market, known);
    const key = `${underlying} ${date}`;
    const close = known.get(key) ?? ask(market, underlying, date);
    known.set(key, close);
    return close;
  }
}

async function ask(
  market: MarketData,
  underlying: string,
  date: CalendarDate,
): Promise<OfficialClose | null> {
  try {
    return await market.officialClose(underlying, date);
  } catch (error) {
    if (error instanceof MarketDataUnavailable) return null;
    throw error;
  }
}
