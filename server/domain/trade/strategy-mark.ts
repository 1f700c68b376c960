/** The permanent mark of a trade that a strategy placed. */
export interface StrategyMark {
  readonly runId: string;
  readonly strategyId: string;
  /** The strategy's version when the run started. */
  readonly version: number;
}
