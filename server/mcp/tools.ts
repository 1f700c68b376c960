import type { MakeTool } from './tool.ts';
import { backtest } from './tools/backtest.ts';
import { backtests, cancelBacktest, dataSets, runBacktest } from './tools/backtests.ts';
import { confirmPaper, confirmReal } from './tools/confirm.ts';
import { deskStatus } from './tools/desk-status.ts';
import { explain } from './tools/explain.ts';
import { drift, stats } from './tools/figures.ts';
import { candles, optionChain, optionExpirations, quotes, searchSymbols } from './tools/market.ts';
import { portfolio } from './tools/portfolio.ts';
import { prepare } from './tools/prepare.ts';
import { promotion } from './tools/promotion.ts';
import {
  saveStrategy,
  startStrategy,
  stopStrategy,
  strategies,
  strategyKinds,
} from './tools/strategies.ts';
import { trade, trades } from './tools/trades.ts';

/** Every tool, in the order in which hosts list them. */
export const TOOLS: readonly MakeTool[] = [
  deskStatus,
  portfolio,
  trades,
  trade,
  stats,
  quotes,
  optionChain,
  optionExpirations,
  candles,
  searchSymbols,
  strategies,
  strategyKinds,
  promotion,
  backtests,
  backtest,
  dataSets,
  drift,
  explain,
  saveStrategy,
  runBacktest,
  cancelBacktest,
  startStrategy,
  stopStrategy,
  prepare,
  confirmPaper,
  confirmReal,
];
