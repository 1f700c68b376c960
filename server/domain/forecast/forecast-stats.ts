import { grouped } from '../grouped.ts';
import {
  BUCKETS,
  calibrationOf,
  type CalibrationBucket,
} from '../statistics/calibration-bucket.ts';
import { meanOfSums, rateEstimate, type Estimate } from '../statistics/estimate.ts';
import type { AiVerdict } from '../trade/trade-context.ts';
import type { ForecastTally } from './forecast-tally.ts';

/** How well forecasts predicted the outcomes. Intervals take forecasts as independent of one another. */
export interface ForecastScore {
  /** Forecasts that came true or did not. */
  readonly n: number;
  readonly voids: number;
  /** Mean of (probability − outcome)² (Brier 1950): 0 is perfect, 0.25 is a coin toss. */
  readonly brier: Estimate;
  /** Share of forecasts that came true. */
  readonly baseRate: Estimate;
  /** The Brier score of always predicting `baseRate`: a useful model scores lower. */
  readonly baseBrier: number | null;
  readonly calibration: readonly CalibrationBucket[];
  /** Share of BUY and STRONG_BUY that came true, divided by the share of all; 1 means no use. */
  readonly lift: number | null;
}

export interface ModelScore extends ForecastScore {
  readonly model: string;
}

export interface ForecastStats extends ForecastScore {
  /** Scores by model; the model with the most forecasts comes first. */
  readonly models: readonly ModelScore[];
}

const ADVISED: readonly AiVerdict[] = ['BUY', 'STRONG_BUY'];

export function forecastStats(tallies: readonly ForecastTally[]): ForecastStats {
  const models = [...grouped(tallies, ({ model }) => model)].map(([model, own]) => ({
    ...{ model, ...scoreOf(own) },
  }));
  const byCount = (a: ModelScore, b: ModelScore) => b.n - a.n || (a.model < b.model ? -1 : 1);
  return { ...scoreOf(tallies), models: models.sort(byCount) };
}

function scoreOf(tallies: readonly ForecastTally[]): ForecastScore {
  const { n, cameTrue, voids, errors, errorsSquared } = summed(tallies);
  const chosen = summed(tallies.filter(({ verdict }) => ADVISED.includes(verdict)));
  const baseRate = rateEstimate(cameTrue, n);
  const rate = baseRate.value;
  return {
    ...{ n, voids, baseRate },
    brier: meanOfSums(n, errors / 1e6, errorsSquared / 1e12),
    baseBrier: rate === null ? null : rate * (1 - rate),
    calibration: Array.from({ length: BUCKETS }, (_, at) =>
      rangeOf(summed(tallies.filter(({ bucket }) => bucket === at)), at),
    ),
    lift: rate && chosen.n > 0 ? chosen.cameTrue / chosen.n / rate : null,
  };
}

type Sums = Omit<ForecastTally, 'simulated' | 'model' | 'verdict' | 'bucket'>;
const NOTHING: Sums = { n: 0, cameTrue: 0, voids: 0, permille: 0, errors: 0, errorsSquared: 0 };

function summed(tallies: readonly ForecastTally[]): Sums {
  return tallies.reduce<Sums>(
    (all, each) => ({
      n: all.n + each.n,
      cameTrue: all.cameTrue + each.cameTrue,
      voids: all.voids + each.voids,
      permille: all.permille + each.permille,
      errors: all.errors + each.errors,
      errorsSquared: all.errorsSquared + each.errorsSquared,
    }),
    NOTHING,
  );
}

function rangeOf({ n, cameTrue: wins, permille }: Sums, at: number): CalibrationBucket {
  return calibrationOf({ n, wins, predicted: n === 0 ? null : permille / 1000 / n }, at);
}
