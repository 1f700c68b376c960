import type { StrategyStage } from '../gql/graphql.ts';

interface Rung {
  readonly stage: StrategyStage;
  /** The surface of the book that it trades in. */
  readonly surface: 'none' | 'paper' | 'real';
  /** Distance from the left end, in percent of the ladder's width. */
  readonly left: number;
}

/** How far a strategy can come, the lowest first. */
export const RUNGS: readonly Rung[] = [
  { stage: 'BACKTEST', surface: 'none', left: 12.5 },
  { stage: 'PAPER', surface: 'paper', left: 37.5 },
  { stage: 'SMALL_REAL', surface: 'real', left: 62.5 },
  { stage: 'FULL_REAL', surface: 'real', left: 87.5 },
];
