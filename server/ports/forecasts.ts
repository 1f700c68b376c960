import type { Forecast, ForecastStatus } from '../domain/forecast/forecast.ts';
import type { ForecastTally } from '../domain/forecast/forecast-tally.ts';
import type { Username } from '../domain/ids.ts';
import type { Page, PageRequest } from './book-page.ts';

/** All given fields must match. */
export interface ForecastFilter {
  readonly status?: ForecastStatus | null;
  readonly symbol?: string | null;
  readonly model?: string | null;
  readonly simulated?: boolean | null;
}

/** Which forecasts count in a score: those on simulated prices or those on real ones, of one model or all. */
export interface ScoreFilter {
  readonly simulated: boolean;
  /** The model whose forecasts count; null: all models. */
  readonly model: string | null;
}

/** Writes in the transaction of a user's book, together with the log lines that record them. */
export interface ForecastWrites {
  one(id: string): Promise<Forecast | null>;
  openCount(): Promise<number>;
  add(forecast: Forecast): Promise<void>;
  /** Stores the same forecast as settled: it counts in its tally once, and is due no more. */
  settle(settled: Forecast): Promise<void>;
}

/** Stored forecasts. Each user sees only their own. */
export interface ForecastStore {
  one(username: Username, id: string): Promise<Forecast | null>;
  page(username: Username, filter: ForecastFilter, page: PageRequest): Promise<Page<Forecast>>;
  openCount(username: Username, filter: ScoreFilter): Promise<number>;
  tallies(username: Username, filter: ScoreFilter): Promise<readonly ForecastTally[]>;
  /** Open forecasts of all users whose outcome may be known by now, at most `mostOfEach` of each user. */
  due(at: Date, mostOfEach: number): Promise<readonly Forecast[]>;
  /** Makes a forecast whose outcome is not known yet due again at `at`. */
  lookAgain(forecast: Pick<Forecast, 'username' | 'id'>, at: Date): Promise<void>;
}
