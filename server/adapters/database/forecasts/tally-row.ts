import type { ForecastTally } from '../../../domain/forecast/forecast-tally.ts';
import type { Username } from '../../../domain/ids.ts';
import { fromColumns, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';

const TALLY: Shape<ForecastTally> = {
  ...{ simulated: 'flag', model: 'text', verdict: 'text', bucket: 'number', n: 'number' },
  ...{ cameTrue: 'number', voids: 'number', permille: 'number', errors: 'number' },
  errorsSquared: 'number',
};

export const TALLY_KEY = ['username', 'simulated', 'model', 'verdict', 'bucket'] as const;
/** The columns that are added up when a forecast settles. */
export const SUMS = ['n', 'came_true', 'voids', 'permille', 'errors', 'errors_squared'];

export function tallyToRow(username: Username, tally: ForecastTally): Columns {
  return { username, ...toColumns(tally, TALLY) };
}

export function tallyFromRow(row: object): ForecastTally {
  return fromColumns<ForecastTally>(row, TALLY);
}
