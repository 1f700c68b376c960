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

/** Whose forecasts count in a score: those on prices that are made up here, or the others. */
export interface ScoreFilter {
  readonly simulated: boolean;
  /** Null: of all. */
  readonly model: string | null;
}

/** In the transaction of a user's book, beside the lines of the log that tell of it. */
export interface ForecastWrites {
  one(id: string): Promise<Forecast | null>;
  openCount(): Promise<number>;
  add(forecast: Forecast): Promise<void>;
  /** The same forecast, settled: counted in its tally once, and due no more. */
  settle(settled: Forecast): Promise<void>;
}

/** Each user sees own ones alone. */
export interface ForecastStore {
  one(username: Username, id: string): Promise<Forecast | null>;
  page(username: Username, filter: ForecastFilter, page: PageRequest): Promise<Page<Forecast>>;
  openCount(username: Username, filter: ScoreFilter): Promise<number>;
  tallies(username: Username, filter: ScoreFilter): Promise<readonly ForecastTally[]>;
  /** Open ones of all users that may be known by now, at most so many of each user. */
  due(at: Date, mostOfEach: number): Promise<readonly Forecast[]>;
  /** What was not known yet is looked at again then. */
  lookAgain(forecast: Pick<Forecast, 'username' | 'id'>, at: Date): Promise<void>;
}
