import type { Knex } from 'knex';
import type { Forecast } from '../../../domain/forecast/forecast.ts';
import type { ForecastTally } from '../../../domain/forecast/forecast-tally.ts';
import type { Username } from '../../../domain/ids.ts';
import type { Page, PageRequest } from '../../../ports/book-page.ts';
import type { ForecastFilter, ForecastStore, ScoreFilter } from '../../../ports/forecasts.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { actingFor, rawRows } from '../sql/dialect.ts';
import { newestFirst } from '../sql/paging.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { forecastFromRow, FORECASTS, ForecastRow } from './forecast-row.ts';
import { tallyFromRow } from './tally-row.ts';
import { countOpen, readForecast } from './write-forecasts.ts';

/** `knex`: a book's database, acting for the desk; what names a user acts for that user alone. */
export class SqlForecasts implements ForecastStore {
  constructor(private readonly knex: Knex) {}

  one(username: Username, id: string): Promise<Forecast | null> {
    return readForecast(this.#of(username), username, id);
  }

  page(username: Username, filter: ForecastFilter, page: PageRequest): Promise<Page<Forecast>> {
    const wanted = Object.fromEntries(columnsOf(filter).filter(([, value]) => value != null));
    return atOneMoment(this.#of(username), (moment) =>
      newestFirst(
        ForecastRow.query(moment).where({ username, ...wanted }),
        FORECASTS,
        page,
        forecastFromRow,
      ),
    );
  }

  openCount(username: Username, filter: ScoreFilter): Promise<number> {
    return countOpen(this.#of(username), username, scored(filter));
  }

  async tallies(username: Username, filter: ScoreFilter): Promise<readonly ForecastTally[]> {
    const rows = await this.#of(username)('forecast_tallies')
      .where({ username, ...scored(filter) })
      .orderBy(['model', 'verdict', 'bucket'])
      .select<object[]>();
    return rows.map(tallyFromRow);
  }

  /** At most `mostOfEach` for each user: a user with more waits for the next look and delays no other user. */
  async due(at: Date, mostOfEach: number): Promise<readonly Forecast[]> {
    const rows = await rawRows<object>(
      this.knex,
      `SELECT * FROM (
         SELECT forecasts.*, ROW_NUMBER() OVER (PARTITION BY username ORDER BY look_at, id) AS place
         FROM forecasts WHERE status = 'OPEN' AND look_at <= ?) AS due
       WHERE place <= ? ORDER BY look_at, id`,
      [at.getTime(), mostOfEach],
    );
    return rows.map(forecastFromRow);
  }

  async lookAgain({ username, id }: Pick<Forecast, 'username' | 'id'>, at: Date): Promise<void> {
    await retryTransient(() =>
      this.#of(username)('forecasts')
        .where({ username, id, status: 'OPEN' })
        .update({ look_at: at.getTime() }),
    );
  }

  #of(username: Username): Knex {
    return actingFor(this.knex, { username });
  }
}

function columnsOf({ status, symbol, model, simulated }: ForecastFilter) {
  const flag = simulated == null ? null : Number(simulated);
  return Object.entries({ status, symbol, model, simulated: flag });
}

function scored({ simulated, model }: ScoreFilter): Readonly<Record<string, string | number>> {
  return { simulated: Number(simulated), ...(model === null ? {} : { model }) };
}
