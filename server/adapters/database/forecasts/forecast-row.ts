import { Model } from 'objection';
import type { Forecast } from '../../../domain/forecast/forecast.ts';
import { fromColumns, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';
import type { Keyset } from '../sql/paging.ts';

const FORECAST: Shape<Forecast> = {
  ...{ id: 'text', username: 'text', symbol: 'text', assetClass: 'text', venue: 'text' },
  ...{ simulated: 'flag', claim: 'text', side: 'text', level: 'decimal', stop: 'decimal' },
  ...{ closeOn: 'text', horizon: 'time', permille: 'number', verdict: 'text', model: 'text' },
  ...{ promptVersion: 'text', rationale: 'text', recordedAt: 'time', recordedBy: 'text' },
  ...{ price: 'decimal', bid: 'decimal', ask: 'decimal', priceSource: 'text', pricedAt: 'time' },
  ...{ priceDelayed: 'flag', status: 'text', settledAt: 'time', decidedPrice: 'decimal' },
  ...{ decidedAt: 'time', decidedBy: 'text', bars: 'number', reason: 'text' },
};

/** The columns that its settlement fills. */
export const SETTLEMENT = [
  ...['status', 'settled_at', 'decided_price', 'decided_at', 'decided_by', 'bars', 'reason'],
];

export class ForecastRow extends Model {
  static override tableName = 'forecasts';

  declare id: string;
  declare recorded_at: number;
}

/** The list order: newest first. */
export const FORECASTS: Keyset<ForecastRow> = {
  list: 'forecasts',
  columns: ['recorded_at', 'id'],
  types: ['number', 'string'],
  keyOf: (row) => [row.recorded_at, row.id],
};

export function forecastToRow(forecast: Forecast): Columns {
  return toColumns(forecast, FORECAST);
}

export function forecastFromRow(row: object): Forecast {
  return fromColumns<Forecast>(row, FORECAST);
}
