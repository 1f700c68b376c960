import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SettingsStore } from '../../ports/desk.ts';
import type { ForecastStore } from '../../ports/forecasts.ts';
import type { Ids } from '../../ports/ids.ts';
import type { MarketDataSources } from '../../ports/market-data.ts';
import type { PriceReader } from '../../ports/price-reader.ts';
import type { Turns } from '../../ports/turns.ts';

/** Forecasts belong to PAPER: its book and its sources. */
export interface ForecastDeps {
  readonly book: Book<'PAPER'>;
  readonly store: ForecastStore;
  readonly sources: MarketDataSources;
  readonly prices: Pick<PriceReader, 'priceInfo' | 'candles'>;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly turns?: Turns | undefined;
}
