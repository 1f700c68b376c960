import type { StrategyDefinition } from '../strategy/strategy.ts';
import type { BacktestControl, BacktestData, BacktestInput } from './backtest-input.ts';
import type { BacktestReport } from './backtest-report.ts';

export type RunBacktest = (
  input: BacktestInput,
  data: BacktestData,
  definition: StrategyDefinition,
  control: BacktestControl,
) => BacktestReport | null;
