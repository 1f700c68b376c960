import { decideByBars, decideByClose, deciding } from '../../domain/forecast/decide-forecast.ts';
import type { Decided } from '../../domain/forecast/decide-forecast.ts';
import type { Forecast } from '../../domain/forecast/forecast.ts';
import type { Candle } from '../../domain/market/candle.ts';
import { VENUES } from '../../domain/venue.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import type { OfficialCloses } from '../expiry/official-closes.ts';
import type { ForecastDeps } from './forecast-deps.ts';

type Deps = Pick<ForecastDeps, 'sources' | 'prices'>;

export interface DecidedBy extends Decided {
  readonly source: string;
}

/** What decides a forecast, by the sources of its own venue; null where they do not answer now. */
export async function decide(
  deps: Deps,
  closes: OfficialCloses,
  forecast: Forecast,
): Promise<DecidedBy | null> {
  if (forecast.closeOn !== null) {
    const close = await closes.of(forecast, forecast.symbol, forecast.closeOn);
    return close && { ...decideByClose(forecast, close), source: close.source };
  }
  const bars = await barsOf(deps, forecast);
  const decided = bars && decideByBars(forecast, bars, VENUES[forecast.venue].alwaysOpen);
  return decided && { ...decided, source: `one-minute bars of ${forecast.priceSource}` };
}

/** Null while the source does not answer. */
async function barsOf(
  { sources, prices }: Deps,
  forecast: Forecast,
): Promise<readonly Candle[] | null> {
  const { username, venue, simulated: demo } = forecast;
  const range = deciding(forecast);
  if (range.to <= range.from) return [];
  if (forecast.assetClass === 'TOKEN')
    return prices.candles({ username, role: 'USER', demo }, range);
  try {
    return await (await sources.of(username, venue)).candles(range);
  } catch (error) {
    if (error instanceof MarketDataUnavailable) return null;
    throw error;
  }
}
