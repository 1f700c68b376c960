import type { Username } from '../domain/ids.ts';
import type { StrategyRun } from '../domain/strategy/strategy-run.ts';

export interface BarsSeen {
  /** Bars that ended while runs were at work. */
  readonly due: number;
  /** Those that were handed over before they were older than their interval. */
  readonly handed: number;
}

/** What the runs of strategies in one book show for promotion. Every read returns only that user's own. */
export interface RunEvidence {
  /** Counts the bars of these runs of one user that began at or after an instant. */
  barsOf(username: Username, runs: readonly StrategyRun[], from: Date): Promise<BarsSeen>;
  /** When a kill switch last stopped an entry of the strategy; null: never since `since`. */
  lastHalt(username: Username, strategyId: string, since: Date): Promise<Date | null>;
  /**
   * When an entry of the strategy last went out although the user's kill switch was up, by the order of the log.
   * Only trades placed at or after `since` count. Null: none did.
   */
  lastBreach(username: Username, strategyId: string, since: Date): Promise<Date | null>;
}
