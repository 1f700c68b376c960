import type {
  BacktestResult,
  FailedSweepRun,
  RunFailure,
  SweepRunResult,
} from '../../ports/backtests.ts';
import type { OpenSweep } from './held-work.ts';
import { asAsked } from './stored-input.ts';
import type { StrategyDeps } from './strategy-deps.ts';
import type { SweepUnit } from './sweep-work.ts';
import { thinned } from './thinned.ts';
import { triedOf } from './tried-of.ts';

/** A run of a sweep's grid as it is stored. */
export function keptRun(
  { digest, ids }: Pick<StrategyDeps, 'digest' | 'ids'>,
  { sweep, loaded }: OpenSweep,
  { place, parameters }: SweepUnit,
  outcome: BacktestResult | RunFailure,
): SweepRunResult | FailedSweepRun {
  const { grid: _grid, walkForward: _walk, ...base } = sweep.input;
  const ran = { ...base, parameters, dataHash: loaded.hash };
  const run = { id: `backtest_${ids.next()}`, place, parameters, input: asAsked(ran) };
  if ('failed' in outcome) return { ...run, error: outcome.failed };
  const equity = thinned(outcome.equity);
  return { ...run, ...outcome, equity, tried: triedOf(digest, ran) };
}
