import { dec } from '../../../server/domain/decimal.ts';
import { UNSETTLED, type Forecast } from '../../../server/domain/forecast/forecast.ts';
import type { Candle } from '../../../server/domain/market/candle.ts';
import { NOON } from '../fakes/fake-clock.ts';

const MINUTE = 60_000;

/** A forecast that SPY reaches 105 before 95 within an hour of noon; recorded 20 s past noon. */
export function aForecast(parts: Partial<Forecast> = {}): Forecast {
  return {
    ...{ id: 'f1', username: 'ada', symbol: 'SPY', assetClass: 'EQUITY', venue: 'SIMULATED' },
    ...{ simulated: true, claim: 'TARGET_FIRST', side: null, level: dec(105), stop: dec(95) },
    ...{ closeOn: null, horizon: new Date(NOON.getTime() + 60 * MINUTE), permille: 650 },
    ...{ verdict: 'BUY', model: 'm1', promptVersion: null, rationale: null },
    ...{ recordedAt: new Date(NOON.getTime() + 20_000), recordedBy: 'user:ada' },
    ...{ price: dec(100), bid: dec('99.99'), ask: dec('100.01'), priceSource: 'simulated' },
    ...{ pricedAt: NOON, priceDelayed: false },
    ...UNSETTLED,
    ...parts,
  };
}

/** One-minute bars from so many minutes past noon on, each with its high and low. */
export function minutes(from: number, ...bars: readonly (readonly [high: number, low: number])[]) {
  return bars.map(([high, low], at): Candle => ({
    at: new Date(NOON.getTime() + (from + at) * MINUTE),
    ...{ open: dec(low), high: dec(high), low: dec(low), close: dec(high), volume: null },
  }));
}

/** Bars that reach neither level. */
export function quiet(from: number, count: number): readonly Candle[] {
  return minutes(from, ...Array.from({ length: count }, () => [101, 99] as const));
}
