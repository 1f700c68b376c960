/** What a trade that a strategy placed is marked with, for ever. */
export interface StrategyMark {
  readonly runId: string;
  readonly strategyId: string;
  /** The strategy's version when the run started. */
  readonly version: number;
}
