import type { Username } from '../domain/ids.ts';
import type { LookAheadEvidence } from '../domain/promotion/evidence.ts';
import type { SavedStrategy } from '../domain/strategy/saved-strategy.ts';
import type { Backtest } from './backtests.ts';

/** What backtests show for promotion. Every read returns only that user's own. */
export interface BacktestEvidence {
  /** The newest DONE backtest of the strategy's present version; null: there is none. */
  last(strategy: Pick<SavedStrategy, 'username' | 'id' | 'version'>): Promise<Backtest | null>;
  /** How many kinds with their parameters the user tried on data of this digest, in runs and in sweeps. */
  triedOn(username: Username, data: string): Promise<number>;
  /** Null: the backtest has not been checked for look-ahead yet. */
  lookAhead(username: Username, backtestId: string): Promise<LookAheadEvidence | null>;
  keepLookAhead(username: Username, backtestId: string, found: LookAheadEvidence): Promise<void>;
}
