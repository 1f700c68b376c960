import type { Migration } from '../migration.ts';
import * as desk from './0001_desk.ts';
import * as providerUsage from './0002_provider_usage.ts';
import * as tokenPrices from './0003_token_prices.ts';
import * as indexDecimals from './0004_index_decimals.ts';
import * as backups from './0005_backups.ts';
import * as pyth from './0006_pyth.ts';
import * as strategies from './0007_strategies.ts';
import * as marketColumns from './0008_market_columns.ts';
import * as promotion from './0009_promotion.ts';
import * as sweepsByTime from './0012_sweeps_by_time.ts';
import * as mandates from './0013_mandates.ts';
import * as stagedImports from './0014_staged_imports.ts';
import * as untoldMoves from './0015_untold_moves.ts';
import * as backtestTries from './0016_backtest_tries.ts';
import * as seriesByStage from './0017_series_by_stage.ts';

export const DESK_MIGRATIONS: readonly Migration[] = [
  { name: '0001_desk', ...desk },
  { name: '0002_provider_usage', ...providerUsage },
  { name: '0003_token_prices', ...tokenPrices },
  { name: '0004_index_decimals', ...indexDecimals },
  { name: '0005_backups', ...backups },
  { name: '0006_pyth', ...pyth },
  { name: '0007_strategies', ...strategies },
  { name: '0008_market_columns', ...marketColumns },
  { name: '0009_promotion', ...promotion },
  { name: '0012_sweeps_by_time', ...sweepsByTime },
  { name: '0013_mandates', ...mandates },
  { name: '0014_staged_imports', ...stagedImports },
  { name: '0015_untold_moves', ...untoldMoves },
  { name: '0016_backtest_tries', ...backtestTries },
  { name: '0017_series_by_stage', ...seriesByStage },
];
