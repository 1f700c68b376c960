import { fieldTool } from '../field-tool.ts';
import { READS, writes } from '../kinds.ts';
import type { Connection } from '../paging.ts';
import type { MakeTool } from '../tool.ts';
import { ESTIMATE, PAGE } from './fields.ts';

interface WireForecast {
  readonly simulated: boolean;
  readonly priceAgeSeconds: number;
}

interface One {
  readonly told: WireForecast;
}

interface Many {
  readonly told: Omit<Connection, 'nodes'> & { readonly nodes: readonly WireForecast[] };
}

interface Scores {
  readonly told: { readonly simulated: boolean };
  readonly traded: { readonly ai: unknown };
}

const FORECAST = `id mode symbol assetClass venue simulated claim side level stop closeOn horizon probability
  verdict model promptVersion rationale recordedAt recordedBy price bid ask priceSource priceAgeSeconds
  priceDelayed status settledAt decidedPrice decidedAt decidedBy bars reason`;

const RANGES = 'calibration { bucket n predicted observed low high }';

/** Records a forecast. It names no side of an order, because it places nothing. */
export const recordForecast: MakeTool = (deps) =>
  fieldTool<One>(deps, {
    ...writes({ idempotentHint: true }),
    name: 'record_forecast',
    title: 'Record a forecast without a trade',
    ...{ operation: 'mutation', field: 'recordForecast' },
    select: `{ ${FORECAST} }`,
    tell: ({ told }) => ({
      ...{ mode: 'PAPER', ageSeconds: told.priceAgeSeconds, simulated: told.simulated },
      data: told,
    }),
  });

export const forecasts: MakeTool = (deps) =>
  fieldTool<Many>(deps, {
    ...READS,
    name: 'forecasts',
    title: 'Forecasts without a trade',
    ...{ operation: 'query', field: 'forecasts' },
    select: `{ nodes { ${FORECAST} } ${PAGE} }`,
    paged: { by: 'after' },
    // The prices are those at recording, so they have no present age.
    tell: ({ told }) => ({
      ...{ mode: 'PAPER', ageSeconds: null, simulated: told.nodes.some((each) => each.simulated) },
      data: told,
    }),
  });

export const forecastStats: MakeTool = (deps) =>
  fieldTool<Scores>(deps, {
    ...READS,
    name: 'forecast_stats',
    title: 'How well forecasts predicted',
    ...{ operation: 'query', field: 'forecastStats' },
    note: 'traded has the same figures for the PAPER trades that have an aiConfidence.',
    select: `{ simulated open n voids brier ${ESTIMATE} baseRate ${ESTIMATE} baseBrier lift ${RANGES}
      models { model n voids brier ${ESTIMATE} baseRate ${ESTIMATE} baseBrier lift } }`,
    beside: `traded: stats(mode: PAPER) { ai { n brier baseRate baseBrier lift ${RANGES} } }`,
    tell: ({ told, traded }) => ({
      ...{ mode: 'PAPER', ageSeconds: null, simulated: told.simulated },
      data: { ...told, traded: traded.ai },
    }),
  });
