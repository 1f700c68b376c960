import type { StrategyStage } from '../../domain/strategy/saved-strategy.ts';
import type { BacktestStatus } from '../../ports/backtests.ts';
import { describedEnum } from '../enums/described.ts';

export const StrategyStageEnum = describedEnum<StrategyStage>(
  'StrategyStage',
  'How far a strategy has come; a changed one begins anew on the lowest rung.',
  {
    BACKTEST: 'It is tried on the past.',
    PAPER: 'It has earned its place in PAPER.',
    SMALL_REAL: 'It may trade real money with a tenth of its budget.',
    FULL_REAL: 'It may trade real money with its whole budget.',
  },
);

export const BacktestStatusEnum = describedEnum<BacktestStatus>(
  'BacktestStatus',
  'The state of a backtest or a sweep.',
  {
    QUEUED: 'It waits for its turn.',
    RUNNING: 'It runs.',
    DONE: 'It ended with results.',
    FAILED: 'It ended without results; error says why.',
    CANCELED: 'Its user ended it.',
  },
);

export type StrategyRunStatus = 'RUNNING' | 'STOPPED' | 'FAILED';

export const StrategyRunStatusEnum = describedEnum<StrategyRunStatus>(
  'StrategyRunStatus',
  'The state of a strategy in one book.',
  {
    RUNNING: 'It is handed each new bar.',
    STOPPED: 'A person or the desk stopped it.',
    FAILED: 'It threw or did not answer; error says what.',
  },
);
