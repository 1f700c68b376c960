import 'reflect-metadata';
import { Float, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { CloseStats, Estimate, TradeStats } from '../../domain/statistics/trade-stats.ts';
import type { TradeStatus } from '../../domain/trade/trade-status.ts';
import { Given, Maybe } from '../described.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { TradeStatusEnum } from '../trade/trade-enums.ts';

@ObjectType('Estimate', {
  simpleResolvers: true,
  description: 'A figure with its 95 % interval; null only where n trades do not define it.',
})
export class EstimateType implements Estimate {
  @Maybe(() => Float, 'The figure, in the unit of the field that it stands in.') value!:
    number | null;
  @Maybe(() => Float, 'Lower end of the 95 % interval, same unit.') low!: number | null;
  @Maybe(() => Float, 'Upper end of the 95 % interval, same unit.') high!: number | null;
  @Given(() => Int, 'How many trades it rests on.') n!: number;
}

@ObjectType('CloseStats', { simpleResolvers: true, description: 'The trades that ended one way.' })
export class CloseStatsType implements CloseStats {
  @Given(() => TradeStatusEnum, 'How they ended.') reason!: TradeStatus;
  @Given(() => Int, 'How many they are.') count!: number;
  @Given(() => DecimalScalar, 'Sum of their netPnl, dollars.') pnl!: Decimal;
}

@ObjectType('TradeStats', {
  simpleResolvers: true,
  description: 'Figures of closed trades, all on netPnl; entries that never filled do not count.',
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
  @Given(() => Float, 'Minutes in which at least one of the trades was open.')
  exposureMinutes!: number;
  @Given(() => Int, 'Most losses in a row.') longestLosingStreak!: number;
  @Given(() => [CloseStatsType], 'By how they ended.') byClose!: readonly CloseStats[];
}
