import type { HandedLine } from '../domain/drift/handed-reads.ts';
import type { KeptRow } from '../domain/drift/kept-row.ts';
import type { MarkSeen } from '../domain/drift/recorded-quotes.ts';
import type { TradeId, Username } from '../domain/ids.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { FillSeen } from '../domain/statistics/fill-seen.ts';
import type { RunDecision } from '../domain/strategy/run-decision.ts';
import type { StrategyRun } from '../domain/strategy/strategy-run.ts';

export type RunName = Pick<StrategyRun, 'username' | 'id'>;

/** How far a run has been compared with its reference. */
export interface DriftReference extends Pick<StrategyRun, 'username' | 'strategyId'> {
  readonly runId: string;
  /** What happened before this instant was compared. */
  readonly until: Date;
  /** Bars that the reference ran over; 0 where it is another run. */
  readonly bars: number;
  /** Closed trades that the reference made. */
  readonly trades: number;
  /** The hash of the backtest; null: the reference is another run, or there is none. */
  readonly hash: string | null;
  /** Why there is no reference; null: there is one. */
  readonly problem: string | null;
}

/** A row that came, changed or went. */
export interface DriftChange {
  /** Rises with every change of the user's rows. */
  readonly revision: number;
  /** See `rowId`. */
  readonly id: string;
  /** Null: it is gone. */
  readonly row: KeptRow | null;
}

/** Rows of drift of one book. Each user sees only their own. */
export interface DriftStore {
  readonly mode: TradingMode;
  /**
   * Runs of all users that ran or ended at or after `since` and have a bar or a closed trade not compared yet; at
   * most `most`. A run that was compared up to `until` is not among them.
   */
  due(until: Date, since: Date, most: number): Promise<readonly StrategyRun[]>;
  reference(run: RunName): Promise<DriftReference | null>;
  /** All that a run asked for, in order. */
  decisions(run: RunName): Promise<readonly RunDecision[]>;
  /** The fills of these trades, each with the market around it; oldest first. */
  fillsSeen(
    username: Username,
    ids: readonly TradeId[],
  ): Promise<readonly (FillSeen & { readonly tradeId: TradeId })[]>;
  /** Lines of a run’s journal after a sequence, oldest first, at most `limit`. */
  journal(run: RunName, after: number, limit: number): Promise<readonly HandedLine[]>;
  /** The markets that were seen for these trades while they were held, oldest first. */
  marks(username: Username, ids: readonly TradeId[]): Promise<readonly MarkSeen[]>;
  rows(run: RunName): Promise<readonly KeptRow[]>;
  /** Stores what was compared: rows that are new or changed, and the keys of those that are gone. */
  keep(
    reference: DriftReference,
    changed: readonly KeptRow[],
    gone: readonly string[],
  ): Promise<void>;
  /** Changes after the revision `after`, in order, at most `most`. */
  changes(username: Username, after: number, most: number): Promise<readonly DriftChange[]>;
}
