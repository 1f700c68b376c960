import { bucketOf } from '../statistics/calibration-bucket.ts';
import type { AiVerdict } from '../trade/trade-context.ts';
import type { Forecast } from './forecast.ts';

/** What distinguishes the tallies of a user. */
export interface TallyKey {
  readonly simulated: boolean;
  readonly model: string;
  readonly verdict: AiVerdict;
  /** 0 to 9: see `bucketOf`. */
  readonly bucket: number;
}

/**
 * Settled forecasts of one kind as sums of whole numbers. Scores are computed from few rows, however many
 * forecasts there are, and the order of settling does not matter.
 */
export interface ForecastTally extends TallyKey {
  readonly n: number;
  readonly cameTrue: number;
  /** VOID forecasts; no other sum counts them. */
  readonly voids: number;
  /** Sum of probabilities, thousandths. */
  readonly permille: number;
  /** Sum of (probability − outcome)², millionths. */
  readonly errors: number;
  /** Sum of the squares of these squared errors, in 10⁻¹². */
  readonly errorsSquared: number;
}

/** What one settled forecast adds to a tally. */
export function tallyOf(forecast: Forecast): ForecastTally {
  const { simulated, model, verdict, permille, status } = forecast;
  const key = { simulated, model, verdict, bucket: bucketOf(permille / 1000) };
  if (status === 'VOID')
    return { ...key, n: 0, cameTrue: 0, voids: 1, permille: 0, errors: 0, errorsSquared: 0 };
  const cameTrue = status === 'CAME_TRUE' ? 1 : 0;
  const errors = (permille - 1000 * cameTrue) ** 2;
  return { ...key, n: 1, cameTrue, voids: 0, permille, errors, errorsSquared: errors ** 2 };
}
