import type { TradingMode } from '../../domain/mode.ts';
import type { BacktestEvidence } from '../../ports/backtest-evidence.ts';
import type { BacktestPool } from '../../ports/backtest-pool.ts';
import type { BacktestReads } from '../../ports/backtests.ts';
import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ReadDriftEvidence } from '../../ports/drift-evidence.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import type { Mandates } from '../../ports/mandates.ts';
import type { RunEvidence } from '../../ports/run-evidence.ts';
import type { RungMoves } from '../../ports/rung-moves.ts';
import type { StrategyStore } from '../../ports/strategies.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import type { StoppedBy } from '../run-control/stop-strategy.ts';
import type { LookAheads } from './look-aheads.ts';

/** What one book knows of strategies that run in it. */
export interface RunsOfBook {
  readonly runs: Pick<StrategyRuns, 'since' | 'activeTrades' | 'tradesSince'>;
  readonly evidence: RunEvidence;
  readonly book: Pick<Book, 'change'>;
}

/** What a strategy's moves from rung to rung are judged with. */
export interface PromotionDeps {
  readonly strategies: StrategyStore;
  readonly moves: RungMoves;
  readonly backtests: BacktestEvidence;
  readonly reads: Pick<BacktestReads, 'storedTrades'>;
  readonly pool: Pick<BacktestPool, 'judge'>;
  readonly lookAheads: Pick<LookAheads, 'of'>;
  readonly books: Readonly<Record<TradingMode, RunsOfBook>>;
  readonly drift: ReadDriftEvidence;
  /** Ends its run with real money, if there is one, and what waits to enter; open trades keep their exits. */
  readonly stopReal: (strategy: SavedStrategy, by: StoppedBy) => Promise<void>;
  /** What bounds API tokens; undefined: no API token gets anything done. */
  readonly mandates?: Mandates | undefined;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** SHA-256 of a text, in hexadecimal. */
  readonly digest: (text: string) => string;
}
