import type { StrategyStage } from '../../domain/strategy/saved-strategy.ts';
import type { NoTradeCode } from '../../domain/strategy/run-decision.ts';
import type { RunAsk, StrategyRunStatus } from '../../domain/strategy/strategy-run.ts';
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

export const StrategyRunStatusEnum = describedEnum<StrategyRunStatus>(
  'StrategyRunStatus',
  'The state of a strategy in one book.',
  {
    RUNNING: 'It is handed each new bar.',
    STOPPED: 'A person or the desk stopped it.',
    FAILED: 'It threw or did not answer; error says what.',
  },
);

export const StrategyActionEnum = describedEnum<RunAsk['action']>(
  'StrategyAction',
  'What a strategy asks for.',
  {
    ENTER: 'A new position.',
    EXIT: 'The end of one that it holds.',
    CANCEL: 'The end of an entry that waits.',
  },
);

export const NoTradeCodeEnum = describedEnum<NoTradeCode>(
  'NoTradeCode',
  'Why a strategy’s request became no position.',
  {
    RISK_DENIED: 'A limit of the user, or the account’s buying power, stopped it.',
    STRATEGY_BUDGET: 'It would have had more at work than its budget.',
    PROMOTION: 'Its rung allows no real money.',
    REAL_NOT_ARMED: 'Real trading was not armed.',
    KILL_SWITCH: 'A kill switch was up.',
    MARKET_CLOSED: 'The market was closed.',
    PRICE_UNTRUSTED: 'No price could be trusted.',
    BAD_ORDER: 'The request was no valid order.',
    NOTHING_HELD: 'It had nothing to close or to cancel.',
    BAR_TOO_OLD: 'The strategy’s turn came when the bar was already older than its interval.',
    RUN_STOPPED: 'Its run ended first.',
    CANCELED: 'It was canceled before it filled.',
    VENUE_REJECTED: 'The venue refused it.',
    NEVER_FILLED: 'It ended without a fill.',
    FAILED: 'The desk could not carry it out.',
  },
);
