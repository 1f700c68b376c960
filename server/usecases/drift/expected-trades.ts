import type { DriftTrade } from '../../domain/drift/drift-trade.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';

/** What a run should have traded. */
export interface Expected {
  readonly trades: readonly DriftTrade[];
  readonly bars: number;
  readonly hash: string | null;
  /** Why nobody can say; null: the trades say it. */
  readonly problem: string | null;
}

/** Reckons the reference of runs of one book. */
export interface ExpectedTrades {
  of(run: StrategyRun, until: Date): Promise<Expected>;
}

export function unknown(problem: string, bars = 0): Expected {
  return { trades: [], bars, hash: null, problem };
}
