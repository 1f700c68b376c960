import 'reflect-metadata';
import { Float, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { AiStats } from '../../domain/statistics/ai-stats.ts';
import type { CalibrationBucket } from '../../domain/statistics/calibration-bucket.ts';
import type { Estimate } from '../../domain/statistics/estimate.ts';
import type { StatsDimension } from '../../domain/statistics/segment-keys.ts';
import type { CloseStats, StatsSegment, TradeStats } from '../../domain/statistics/trade-stats.ts';
import type { TradeStatus } from '../../domain/trade/trade-status.ts';
import { Given, Maybe } from '../enums/described.ts';
import { StatsDimensionEnum } from './stats-dimension.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { TradeStatusEnum } from '../enums/trade-enums.ts';

@ObjectType('Estimate', {
  simpleResolvers: true,
  description:
    'A figure with its 95 % interval; value, low and high are null only when n trades do not define them.',
})
export class EstimateType implements Estimate {
  @Maybe(() => Float, 'The figure, in the unit of its field.') value!: number | null;
  @Maybe(() => Float, 'Lower end of the 95 % interval around the figure, same unit.')
  low!: number | null;
  @Maybe(() => Float, 'Upper end of the 95 % interval, same unit.') high!: number | null;
  @Given(() => Int, 'The number of trades, or of what its field counts, behind the figure.')
  n!: number;
}

@ObjectType('CloseStats', { simpleResolvers: true, description: 'Trades that ended the same way.' })
export class CloseStatsType implements CloseStats {
  @Given(() => TradeStatusEnum, 'How they ended.') reason!: TradeStatus;
  @Given(() => Int, 'How many trades.') count!: number;
  @Given(() => DecimalScalar, 'Sum of their netPnl, dollars.') pnl!: Decimal;
}

@ObjectType('CalibrationBucket', {
  simpleResolvers: true,
  description: 'Trades with about the same model confidence.',
})
export class CalibrationBucketType implements CalibrationBucket {
  @Given(() => String, 'Range of confidence, e.g. 0.6–0.7, without its upper end except 1.')
  bucket!: string;
  @Given(() => Int, 'How many trades.') n!: number;
  @Maybe(() => Float, 'Average confidence, a fraction 0..1; null without trades.')
  predicted!: number | null;
  @Maybe(() => Float, 'Share that made money, a fraction 0..1; null without trades.')
  observed!: number | null;
  @Maybe(() => Float, 'Lower end of the 95 % interval of observed, a fraction 0..1.')
  low!: number | null;
  @Maybe(() => Float, 'Upper end of the 95 % interval of observed, a fraction 0..1.')
  high!: number | null;
}

@ObjectType('AiStats', {
  simpleResolvers: true,
  description: 'How well models predicted which trades make money (netPnl > 0).',
})
export class AiStatsType implements AiStats {
  @Maybe(
    () => Float,
    'Brier score: average of (aiConfidence − outcome)², outcome 1 when the trade made money, else 0; 0 is perfect, 0.25 is a coin. Null without a confidence.',
  )
  brier!: number | null;
  @Given(() => Int, 'How many trades had an aiConfidence.') n!: number;
  @Maybe(() => Float, 'Share of these trades that made money, a fraction 0..1; null without any.')
  baseRate!: number | null;
  @Maybe(
    () => Float,
    'Brier score of always predicting baseRate: a useful model’s brier is lower. Null when n is 0.',
  )
  baseBrier!: number | null;
  @Given(
    () => [CalibrationBucketType],
    'How often trades made money compared with the model’s confidence: ten ranges of confidence, lowest first.',
  )
  calibration!: readonly CalibrationBucket[];
  @Maybe(
    () => Float,
    'Win rate of trades with BUY or STRONG_BUY over that of all trades with a verdict; 1 means that verdicts do not help. Null when either is undefined.',
  )
  lift!: number | null;
}

@ObjectType('TradeStats', {
  simpleResolvers: true,
  description:
    'Statistics of closed trades, all on netPnl; entries that never filled do not count.',
})
export class TradeStatsType implements TradeStats {
  @Given(() => Int, 'How many closed trades.') trades!: number;
  @Given(() => Int, 'How many with netPnl > 0.') wins!: number;
  @Given(() => Int, 'How many with netPnl < 0.') losses!: number;
  @Given(() => Int, 'How many with netPnl = 0.') scratches!: number;
  @Given(() => EstimateType, 'Share of wins, a fraction 0..1.') winRate!: Estimate;
  @Given(() => EstimateType, 'Dollars won per dollar lost.') profitFactor!: Estimate;
  @Given(() => EstimateType, 'Average netPnl of a trade, dollars.') expectancy!: Estimate;
  @Maybe(() => DecimalScalar, 'Average netPnl of the wins, dollars.') averageWin!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Average netPnl of the losses, dollars, negative.')
  averageLoss!: Decimal | null;
  @Given(() => DecimalScalar, 'Sum of netPnl, dollars.') totalPnl!: Decimal;
  @Given(() => DecimalScalar, 'Commissions and fees, dollars.') fees!: Decimal;
  @Given(() => DecimalScalar, 'Deepest fall of the running sum of netPnl, dollars.')
  maxDrawdown!: Decimal;
  @Given(() => Float, 'Sum of the trades’ holding minutes: two at once count twice.')
  exposureMinutes!: number;
  @Given(() => Int, 'Most losses in a row.') longestLosingStreak!: number;
  @Given(() => [CloseStatsType], 'The trades by how they ended.') byClose!: readonly CloseStats[];
  @Maybe(
    () => Float,
    'Average netPnl over its sample standard deviation, per trade, not annualised; null for fewer than 2 trades, or when all are equal.',
  )
  sharpe!: number | null;
  @Given(
    () => EstimateType,
    'sharpe with its 95 % interval, by the standard error √((1 + sharpe²/2) / trades).',
  )
  sharpeEstimate!: Estimate;
  @Maybe(
    () => Float,
    'Average netPnl over the root mean square of the losses (others count 0), per trade, not annualised; null for fewer than 2 trades or without a loss.',
  )
  sortino!: number | null;
  @Maybe(() => Float, 'totalPnl over maxDrawdown, not annualised; null without a drawdown.')
  calmar!: number | null;
  @Given(() => AiStatsType, 'How well models predicted the outcome.') ai!: AiStats;
  @Given(
    () => [StatsSegmentType],
    'The same statistics by the dimensions in groupBy; none within a segment.',
  )
  segments!: readonly StatsSegment[];
}

@ObjectType('StatsSegment', {
  simpleResolvers: true,
  description: 'Statistics of the trades in one segment.',
})
export class StatsSegmentType implements StatsSegment {
  @Given(() => StatsDimensionEnum, 'The dimension that its trades have in common.')
  dimension!: StatsDimension;
  @Given(() => String, 'Name of the segment: a name, a range, None or Unknown.') key!: string;
  @Given(() => TradeStatsType, 'Their figures.') stats!: TradeStats;
}
