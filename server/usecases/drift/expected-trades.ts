import type { DriftTrade } from '../../domain/drift/drift-trade.ts';
import type { DriftGap } from '../../domain/drift/drift-gap.ts';
import type { MadeTrades } from '../../domain/drift/made-trades.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';

/** What a run should have traded. */
export interface Expected {
  readonly trades: readonly DriftTrade[];
  readonly bars: number;
  readonly hash: string | null;
  /** Why that is not known; null: the trades say it. */
  readonly problem: string | null;
  /** Times for which it is not known what the run should have done; left out: none. */
  readonly gaps?: readonly DriftGap[];
}

/** Reckons the reference of runs of one book. */
export interface ExpectedTrades {
  /** `made`: what the run itself did. */
  of(run: StrategyRun, until: Date, made: MadeTrades): Promise<Expected>;
}

export function unknown(problem: string, bars = 0): Expected {
  return { trades: [], bars, hash: null, problem };
}
