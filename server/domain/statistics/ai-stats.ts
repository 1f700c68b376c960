import { BUCKETS, bucketOf, calibrationOf, type CalibrationBucket } from './calibration-bucket.ts';
import type { ResultColumns } from './result-columns.ts';

/** How well models predicted which trades make money. */
export interface AiStats {
  /** Mean squared difference of confidence and outcome (Brier 1950): 0 is perfect, 0.25 is a coin toss. */
  readonly brier: number | null;
  /** The number of trades with a confidence. */
  readonly n: number;
  /** Share of these trades that made money. */
  readonly baseRate: number | null;
  /** The Brier score of always predicting `baseRate`: a useful model scores lower. */
  readonly baseBrier: number | null;
  readonly calibration: readonly CalibrationBucket[];
  /** Win rate of the BUY and STRONG_BUY trades divided by that of all trades with a verdict; 1 means no use. */
  readonly lift: number | null;
}

/** `nets`: the result of each of these rows, in dollars. */
export function aiStats(
  { rows: { numbers, codes }, names }: ResultColumns,
  rows: Int32Array,
  nets: Float64Array,
): AiStats {
  const advice = new Set(['BUY', 'STRONG_BUY'].map((verdict) => names.find(verdict)));
  const forecasts = new Forecasts();
  const [judged, chosen] = [new Wins(), new Wins()];
  const buckets = Array.from({ length: BUCKETS }, () => new Forecasts());
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    const won = nets[at]! > 0 ? 1 : 0;
    const confidence = numbers.aiConfidence[row]!;
    if (!Number.isNaN(confidence)) {
      forecasts.add(confidence, won);
      buckets[bucketOf(confidence)]?.add(confidence, won);
    }
    const verdict = codes.verdict[row]!;
    if (verdict >= 0) judged.add(won);
    if (advice.has(verdict)) chosen.add(won);
  }
  const { n, rate: baseRate } = forecasts.wins;
  return {
    n,
    baseRate,
    baseBrier: baseRate === null ? null : baseRate * (1 - baseRate),
    brier: forecasts.brier,
    calibration: buckets.map(({ wins, predicted }, at) =>
      calibrationOf({ wins: wins.wins, n: wins.n, predicted }, at),
    ),
    lift: judged.rate && chosen.rate !== null ? chosen.rate / judged.rate : null,
  };
}

class Wins {
  n = 0;
  wins = 0;

  add(won: number): void {
    this.n += 1;
    this.wins += won;
  }

  get rate(): number | null {
    return over(this.wins, this.n);
  }
}

class Forecasts {
  readonly wins = new Wins();
  #confidence = 0;
  #squares = 0;

  add(confidence: number, won: number): void {
    this.wins.add(won);
    this.#confidence += confidence;
    this.#squares += (confidence - won) ** 2;
  }

  get predicted(): number | null {
    return over(this.#confidence, this.wins.n);
  }

  get brier(): number | null {
    return over(this.#squares, this.wins.n);
  }
}

function over(total: number, n: number): number | null {
  return n === 0 ? null : total / n;
}
