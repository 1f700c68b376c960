import type { Decimal } from '../domain/decimal.ts';
import type { TradeId, Username } from '../domain/ids.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { RunDecision } from '../domain/strategy/run-decision.ts';
import type { RunLine, StrategyRun } from '../domain/strategy/strategy-run.ts';
import type { FilledTrade } from '../domain/trade/filled-trade.ts';
import type { TradeAggregate } from '../domain/trade/trade.ts';
import type { Page, PageRequest } from './book-page.ts';

/** What a decision became. */
export type DecisionOutcome = Pick<RunDecision, 'state' | 'settledAt' | 'tradeId' | 'noTrade'>;

/** Runs of strategies in one book, with their journals. Each user sees only their own. */
export interface StrategyRuns {
  readonly mode: TradingMode;
  /** The newest run of each of the user's strategies. */
  newest(username: Username): Promise<readonly StrategyRun[]>;
  /** The newest run of one strategy; null: it was never started in this book. */
  newestOf(username: Username, strategyId: string): Promise<StrategyRun | null>;
  /** Runs of one strategy that had not ended before an instant, oldest first. */
  since(username: Username, strategyId: string, from: Date): Promise<readonly StrategyRun[]>;
  /** Runs of all users that have not ended. */
  running(): Promise<readonly StrategyRun[]>;
  /** The user's account must be open. Returns the run in force: this one, or one that ran already. */
  start(run: StrategyRun): Promise<StrategyRun>;
  /** False: it had ended before. */
  end(
    run: Pick<StrategyRun, 'username' | 'id'>,
    ended: Pick<StrategyRun, 'status' | 'endedAt' | 'error'>,
  ): Promise<boolean>;
  /**
   * Adds a line with its decisions, once over all servers: false where the line's sequence is taken, its bar was
   * handed over before, or the run has ended. `lastBarAt` follows a bar that is handed over.
   */
  add(
    run: Pick<StrategyRun, 'username' | 'id'>,
    line: RunLine,
    decisions: readonly RunDecision[],
  ): Promise<boolean>;
  /** Lines after a sequence, oldest first, at most `limit`. */
  lines(
    run: Pick<StrategyRun, 'username' | 'id'>,
    after: number,
    limit: number,
  ): Promise<readonly RunLine[]>;
  /** Decisions of a run that wait, oldest first. */
  waiting(run: Pick<StrategyRun, 'username' | 'id'>): Promise<readonly RunDecision[]>;
  /**
   * What waits is settled once, and what was taken may still turn out to be no trade. False: it stays as it was
   * settled before.
   */
  settle(
    run: Pick<StrategyRun, 'username' | 'id'>,
    key: string,
    outcome: DecisionOutcome,
  ): Promise<boolean>;
  /** Stores the shadow of a decision that became no trade; changes no other decision. */
  keepShadow(
    run: Pick<StrategyRun, 'username' | 'id'>,
    key: string,
    shadow: { readonly pnl: Decimal | null; readonly note: string | null },
  ): Promise<void>;
  /** Decisions that became no trade, newest first; null `strategyId`: of all the user's strategies. */
  noTrades(
    username: Username,
    strategyId: string | null,
    page: PageRequest,
  ): Promise<Page<RunDecision & { readonly strategyId: string }>>;
  /** The strategy's trades that are pending, open or have an order under way; oldest first. */
  activeTrades(username: Username, strategyId: string): Promise<readonly TradeAggregate[]>;
  /** The same for all the user's strategies at once. */
  activeOfAll(username: Username): Promise<readonly TradeAggregate[]>;
  /**
   * Those of these trades whose entry was stored and not sent, because the user's kill switch or the halt for all
   * users was up by then.
   */
  heldBack(username: Username, ids: readonly TradeId[]): Promise<ReadonlySet<TradeId>>;
  /** Trades of the strategy that were placed at or after an instant and have filled, closed or not; oldest first. */
  tradesSince(username: Username, strategyId: string, from: Date): Promise<readonly FilledTrade[]>;
}
