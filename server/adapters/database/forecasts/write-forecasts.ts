import type { Knex } from 'knex';
import { firstLook } from '../../../domain/forecast/forecast-looks.ts';
import type { Forecast } from '../../../domain/forecast/forecast.ts';
import { tallyOf } from '../../../domain/forecast/forecast-tally.ts';
import type { Username } from '../../../domain/ids.ts';
import type { ForecastWrites } from '../../../ports/forecasts.ts';
import { forecastFromRow, forecastToRow, SETTLEMENT } from './forecast-row.ts';
import { SUMS, TALLY_KEY, tallyToRow } from './tally-row.ts';

export async function readForecast(
  knex: Knex,
  username: Username,
  id: string,
): Promise<Forecast | null> {
  const row = await knex('forecasts').where({ username, id }).first<object | undefined>();
  return row ? forecastFromRow(row) : null;
}

/** `where`: further columns that must match. */
export async function countOpen(knex: Knex, username: Username, where = {}): Promise<number> {
  const [row] = await knex('forecasts')
    .where({ username, status: 'OPEN', ...where })
    .count<{ count: number | string }[]>('* AS count');
  return Number(row?.count ?? 0);
}

export class SqlForecastWrites implements ForecastWrites {
  constructor(
    private readonly trx: Knex.Transaction,
    private readonly username: Username,
  ) {}

  one(id: string): Promise<Forecast | null> {
    return readForecast(this.trx, this.username, id);
  }

  openCount(): Promise<number> {
    return countOpen(this.trx, this.username);
  }

  async add(forecast: Forecast): Promise<void> {
    const { id, username } = forecast;
    if (username !== this.username)
      throw new Error(`Forecast ${id} is ${username}'s, not ${this.username}'s.`);
    const look_at = firstLook(forecast).getTime();
    await this.trx('forecasts').insert({ ...forecastToRow(forecast), look_at });
  }

  /** @throws where the forecast is not open. */
  async settle(settled: Forecast): Promise<void> {
    const { trx, username } = this;
    const row = forecastToRow(settled);
    const columns = SETTLEMENT.map((name) => [name, row[name] ?? null] as const);
    const changed = await trx('forecasts')
      .where({ id: settled.id, username, status: 'OPEN' })
      .update(Object.fromEntries(columns));
    if (changed !== 1) throw new Error(`Forecast ${settled.id} is not open.`);
    const added = SUMS.map(
      (name) =>
        [name, trx.raw('?? + ??', [`forecast_tallies.${name}`, `excluded.${name}`])] as const,
    );
    await trx('forecast_tallies')
      .insert(tallyToRow(username, tallyOf(settled)))
      .onConflict([...TALLY_KEY])
      .merge(Object.fromEntries(added));
  }
}
