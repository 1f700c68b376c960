import 'reflect-metadata';
import { Float, Int, ObjectType } from 'type-graphql';
import type {
  ForecastScore,
  ForecastStats,
  ModelScore,
} from '../../domain/forecast/forecast-stats.ts';
import type { CalibrationBucket } from '../../domain/statistics/calibration-bucket.ts';
import type { Estimate } from '../../domain/statistics/estimate.ts';
import { CalibrationBucketType, EstimateType } from '../book/trade-stats.types.ts';
import { Given, Maybe } from '../enums/described.ts';

const LIFT =
  'Share of BUY and STRONG_BUY that came true over the share of all; 1 means that verdicts do not help. Null when either is undefined.';
const BRIER =
  'Brier score: average of (probability − outcome)², outcome 1 when the claim came true, else 0; 0 is perfect, 0.25 is a coin. Its interval assumes that forecasts are independent.';
const BASE_BRIER =
  'Brier score of always predicting baseRate: a useful model’s brier is lower. Null when n is 0.';

@ObjectType('ForecastModelStats', {
  simpleResolvers: true,
  description: 'How well one model predicted.',
})
export class ForecastModelStatsType implements Omit<ModelScore, 'calibration'> {
  @Given(() => String, 'Name of the model that judged.') model!: string;
  @Given(() => Int, 'Settled forecasts, without void ones.') n!: number;
  @Given(() => Int, 'How many were void.') voids!: number;
  @Given(() => EstimateType, BRIER) brier!: Estimate;
  @Given(() => EstimateType, 'Share that came true, a fraction 0..1.') baseRate!: Estimate;
  @Maybe(() => Float, BASE_BRIER) baseBrier!: number | null;
  @Maybe(() => Float, LIFT) lift!: number | null;
}

@ObjectType('ForecastStats', {
  simpleResolvers: true,
  description:
    'How well forecasts without a trade predicted the outcome. AiStats has the same figures for trades.',
})
export class ForecastStatsType implements ForecastScore, ForecastStats {
  @Given(() => Boolean, 'Whether these forecasts are of prices simulated by this server.')
  simulated!: boolean;
  @Given(() => Int, 'Forecasts that are not settled yet.') open!: number;
  @Given(() => Int, 'Settled forecasts, without void ones.') n!: number;
  @Given(() => Int, 'How many were VOID: they count nowhere else.') voids!: number;
  @Given(() => EstimateType, BRIER) brier!: Estimate;
  @Given(() => EstimateType, 'Share that came true, a fraction 0..1, with Wilson’s interval.')
  baseRate!: Estimate;
  @Maybe(() => Float, BASE_BRIER) baseBrier!: number | null;
  @Given(
    () => [CalibrationBucketType],
    'Ten ranges of probability, lowest first; observed is the share that came true.',
  )
  calibration!: readonly CalibrationBucket[];
  @Maybe(() => Float, LIFT) lift!: number | null;
  @Given(() => [ForecastModelStatsType], 'By model, the one with the most forecasts first.')
  models!: readonly ModelScore[];
}
