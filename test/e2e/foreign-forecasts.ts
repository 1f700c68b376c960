import type { Hers } from './hers.ts';

/** The same horizon for all users, because one key stands for one input. */
const HORIZON = new Date(Date.now() + 3_600_000).toISOString();

/** Every served field of forecasts, requested by Bob with Ada's ids. */
export const FORECAST_QUESTIONS: Readonly<
  Record<string, readonly [query: (hers: Hers) => string, answer: string | object]>
> = {
  forecast: [(hers) => `{ forecast(id: "${hers.forecast}") { rationale } }`, { forecast: null }],
  forecasts: [
    () => '{ forecasts { totalCount nodes { id rationale } } }',
    { forecasts: { totalCount: 0, nodes: [] } },
  ],
  forecastStats: [
    () => '{ forecastStats(simulated: true) { open n models { model } } }',
    { forecastStats: { open: 0, n: 0, models: [] } },
  ],
  recordForecast: [
    () => `mutation { recordForecast(input: { symbol: "SPY", claim: AT_INSTANT, side: AT_OR_ABOVE,
      level: "1", horizon: "${HORIZON}", probability: 0.9, verdict: BUY, model: "bob",
      idempotencyKey: "bobs-forecast" }) { model } }`,
    { recordForecast: { model: 'bob' } },
  ],
};
