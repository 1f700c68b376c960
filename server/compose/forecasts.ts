import type { Knex } from 'knex';
import { SqlForecasts } from '../adapters/database/forecasts/sql-forecasts.ts';
import type { ForecastDeps } from '../usecases/forecasts/forecast-deps.ts';
import { RecordForecast } from '../usecases/forecasts/record-forecast.ts';
import { SettleForecasts } from '../usecases/forecasts/settle-forecasts.ts';

interface Parts {
  readonly databases: { readonly paper: Knex };
  readonly shared: Pick<ForecastDeps, 'settings' | 'clock' | 'ids'>;
}

interface Sides {
  readonly paper: Pick<ForecastDeps, 'book' | 'sources' | 'turns'>;
  readonly prices: { readonly reader: ForecastDeps['prices'] };
}

/** Verdicts that are recorded before their outcome, in PAPER's database. */
export function composeForecasts({ databases, shared }: Parts, { paper, prices }: Sides) {
  const { settings, clock, ids } = shared;
  const { book, sources, turns } = paper;
  const store = new SqlForecasts(databases.paper);
  const deps: ForecastDeps = {
    ...{ book, store, sources, turns, prices: prices.reader },
    ...{ settings, clock, ids },
  };
  return {
    api: { store, record: new RecordForecast(deps) },
    settle: new SettleForecasts(deps),
  };
}
