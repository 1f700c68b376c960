import type { StrategyDefinition } from '../strategy/definition.ts';
import type { BacktestControl, BacktestData, BacktestInput } from './backtest-input.ts';
import { playSignals } from './play-signals.ts';
import { reportOf, type RunReport } from './report.ts';
import { Run } from './run.ts';
import { signalsOf } from './signals-of.ts';
import { Timeline } from './timeline.ts';

/**
 * Runs a strategy over the past. The same input, data and code give the same report on any machine.
 *
 * @returns null when it was canceled.
 * @throws whatever the strategy throws; {RangeError} for a symbol that the data cannot serve.
 */
export function runBacktest(
  input: BacktestInput,
  data: BacktestData,
  definition: StrategyDefinition,
  control: BacktestControl,
): RunReport | null {
  const strategy = definition.create(input.parameters as never);
  const run = new Run(input, data, strategy, control);
  const endedAt = play(run, data, definition, control);
  return endedAt === null ? null : reportOf(run, definition, endedAt);
}

function play(
  run: Run,
  data: BacktestData,
  definition: StrategyDefinition,
  control: BacktestControl,
): number | null {
  const signals = signalsOf(run, data, definition);
  if (signals) return playSignals(run, signals, control);
  const timeline = new Timeline(run, control);
  return timeline.play() ? timeline.now : null;
}
