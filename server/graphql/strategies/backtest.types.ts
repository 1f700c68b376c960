import 'reflect-metadata';
import { Float, ID, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { OrderSide } from '../../domain/order/order.ts';
import type { TradeStats } from '../../domain/statistics/trade-stats.ts';
import type { TradeStatus } from '../../domain/trade/trade-status.ts';
import type { BacktestStatus } from '../../ports/backtests.ts';
import { TradeStatsType } from '../book/trade-stats.types.ts';
import { Given, Maybe } from '../enums/described.ts';
import { OrderSideEnum } from '../enums/order-enums.ts';
import { TradeStatusEnum } from '../enums/trade-enums.ts';
import { connectionOf } from '../paging/connection.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { JsonScalar } from '../scalars/json-scalar.ts';
import { BacktestStatusEnum } from './strategy-enums.ts';

@ObjectType('BacktestTrade', {
  simpleResolvers: true,
  description: 'A closed trade of a backtest.',
})
export class BacktestTradeType {
  @Given(() => String, 'OCC symbol, ticker or mint.') symbol!: string;
  @Given(() => OrderSideEnum, 'The side that opened it.') side!: OrderSide;
  @Given(() => DecimalScalar, 'Contracts, shares or tokens.') quantity!: Decimal;
  @Given(() => DateTimeScalar, 'When it was opened.') entryAt!: Date;
  @Given(() => DecimalScalar, 'Average price of the entry, dollars per share or unit.')
  entryPrice!: Decimal;
  @Given(() => DateTimeScalar, 'When it was closed.') exitAt!: Date;
  @Given(() => DecimalScalar, 'Average price of the exit, dollars per share or unit.')
  exitPrice!: Decimal;
  @Given(() => TradeStatusEnum, 'How it ended; MANUAL_CLOSE: the strategy asked for it.')
  closeReason!: TradeStatus;
  @Given(() => DecimalScalar, 'Dollars before fees.') realizedPnl!: Decimal;
  @Given(() => DecimalScalar, 'Fees in dollars.') fees!: Decimal;
  @Given(() => DecimalScalar, 'realizedPnl − fees, dollars.') netPnl!: Decimal;
}

@ObjectType('BacktestPosition', {
  simpleResolvers: true,
  description: 'What is held of a symbol at the end of a backtest.',
})
export class BacktestPositionType {
  @Given(() => String, 'OCC symbol, ticker or mint.') symbol!: string;
  @Given(() => DecimalScalar, 'Contracts, shares or tokens; negative: short.') quantity!: Decimal;
  @Given(() => DecimalScalar, 'Dollars paid for it; negative: received.') costBasis!: Decimal;
  @Maybe(
    () => DecimalScalar,
    'The last known price, dollars per share or unit; null when none is known.',
  )
  price!: Decimal | null;
}

@ObjectType('BacktestLogLine', {
  simpleResolvers: true,
  description: 'A line that the strategy logged.',
})
export class BacktestLogLineType {
  @Given(() => DateTimeScalar, 'The time of the data that the strategy saw.') at!: Date;
  @Given(() => String, 'What the strategy logged.') text!: string;
}

@ObjectType('Quantiles', { simpleResolvers: true, description: 'How outcomes are spread.' })
export class QuantilesType {
  @Given(() => DecimalScalar, 'One of twenty is below, dollars.') p5!: Decimal;
  @Given(() => DecimalScalar, 'Half are below, dollars.') p50!: Decimal;
  @Given(() => DecimalScalar, 'Nineteen of twenty are below, dollars.') p95!: Decimal;
}

@ObjectType('MonteCarlo', {
  simpleResolvers: true,
  description: 'Results of random draws of a backtest’s trades, with replacement.',
})
export class MonteCarloType {
  @Given(() => Int, 'How many draws were made.') runs!: number;
  @Given(() => Int, 'Seed of the draws: the same seed gives the same figures.') seed!: number;
  @Given(() => QuantilesType, 'Equity at the end, dollars.') endEquity!: QuantilesType;
  @Given(() => QuantilesType, 'Deepest fall below the highest earlier equity, dollars.')
  maxDrawdown!: QuantilesType;
}

@ObjectType('Backtest', {
  simpleResolvers: true,
  description: 'A strategy tried on the past. Results are null until status is DONE.',
})
export class BacktestType {
  @Given(() => ID, 'Id of the backtest.') id!: string;
  @Given(() => ID, 'The strategy that was run.') strategyId!: string;
  @Given(() => BacktestStatusEnum, 'Its state.') status!: BacktestStatus;
  @Given(() => Float, 'Share of the bars that are read, a fraction 0..1.') progress!: number;
  @Maybe(() => TradeStatsType, 'Statistics of the closed trades.') stats!: TradeStats | null;
  @Maybe(() => String, 'Why it failed; null when it has not.') error!: string | null;
  @Given(
    () => JsonScalar,
    'As run, every default filled in, with the kind’s version and the data’s hash.',
  )
  input!: unknown;
  @Given(() => DateTimeScalar, 'When it was asked for.') createdAt!: Date;
  @Maybe(() => DateTimeScalar, 'When it ended; null while it has not.') finishedAt!: Date | null;
  @Maybe(() => Int, 'Bars read, all symbols together.') bars!: number | null;
  @Maybe(() => DecimalScalar, 'Cash at the end, dollars.') endCash!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Cash and positions at their last prices, dollars.')
  endEquity!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Deepest fall below the highest earlier equity, dollars; measured at the bars’ ends, the starting cash included.',
  )
  maxDrawdown!: Decimal | null;
  @Maybe(() => Float, 'maxDrawdown in percent points of the equity that it fell from.')
  maxDrawdownPct!: number | null;
  @Maybe(
    () => Float,
    'Share of all symbols’ bars at whose end their symbol is held, percent points.',
  )
  exposurePct!: number | null;
  @Given(() => [BacktestPositionType], 'Positions still held at the end.')
  openPositions!: readonly BacktestPositionType[];
  @Given(() => [String], 'Reasons not to trust the result: no fees, few trades, missing bars …')
  warnings!: readonly string[];
  @Maybe(
    () => String,
    'SHA-256 over kind version, parameters, input, data, and every order, fill and settlement in order.',
  )
  hash!: string | null;
}

@ObjectType('BacktestProgress', { simpleResolvers: true, description: 'How far a backtest is.' })
export class BacktestProgressType {
  @Given(() => ID, 'Id of the backtest.') id!: string;
  @Given(() => BacktestStatusEnum, 'Its state.') status!: BacktestStatus;
  @Given(() => Float, 'Share of the bars that are read, a fraction 0..1.') progress!: number;
  @Given(() => Int, 'Bars read so far.') bars!: number;
  @Given(() => Int, 'Bars to read; 0 while that is not known.') barsTotal!: number;
  @Maybe(() => Float, 'Seconds that it will still take at this pace; null: unknown.')
  secondsLeft!: number | null;
}

@ObjectType('SweepRun', { simpleResolvers: true, description: 'One run of a sweep.' })
export class SweepRunType {
  @Given(() => JsonScalar, 'Its parameters.') parameters!: unknown;
  @Given(() => BacktestType, 'Its results.') backtest!: BacktestType;
}

@ObjectType('Sweep', {
  simpleResolvers: true,
  description: 'Backtests over a grid of parameters.',
})
export class SweepType {
  @Given(() => ID, 'Id of the sweep.') id!: string;
  @Given(() => ID, 'The strategy that was run.') strategyId!: string;
  @Given(() => BacktestStatusEnum, 'Its state.') status!: BacktestStatus;
  @Given(() => Float, 'Share of the runs that are over, a fraction 0..1.') progress!: number;
  @Maybe(() => String, 'Why it, or its walk forward alone, failed; null when neither has.')
  error!: string | null;
  @Given(() => JsonScalar, 'As run, every default filled in, with the grid.') input!: unknown;
  @Given(() => DateTimeScalar, 'When it was asked for.') createdAt!: Date;
  @Maybe(() => DateTimeScalar, 'When it ended; null while it has not.') finishedAt!: Date | null;
  @Given(() => Int, 'Runs that are over.') runsDone!: number;
  @Given(() => Int, 'All runs of the sweep, those of walk-forward spans included.')
  runsTotal!: number;
  @Maybe(
    () => TradeStatsType,
    'Figures of the test spans only; null without a walk forward, and when a span failed.',
  )
  walkForward!: TradeStats | null;
}

export const BacktestConnection = connectionOf('Backtest', BacktestType);
export const BacktestTradeConnection = connectionOf('BacktestTrade', BacktestTradeType);
export const SweepConnection = connectionOf('Sweep', SweepType);
export const SweepRunConnection = connectionOf('SweepRun', SweepRunType);
