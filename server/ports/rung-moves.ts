import type { Username } from '../domain/ids.ts';
import type { RungMove } from '../domain/promotion/rung-move.ts';
import type { SavedStrategy, StrategyStage } from '../domain/strategy/saved-strategy.ts';

/** A stored move whose alert, log line and end of a REAL run may still be missing. */
export interface UntoldMove {
  readonly username: Username;
  readonly strategyId: string;
  readonly move: RungMove;
}

/**
 * Moves of strategies to other rungs. A move is stored in one step with all that its alert and log line say, so that
 * another server writes those if the first one dies after that.
 */
export interface RungMoves {
  /**
   * Moves a strategy as it was read. Null when the move is stored; otherwise what is stored instead: it was changed
   * or moved meanwhile, or its last move is not settled yet.
   */
  move(
    before: SavedStrategy,
    after: { readonly stage: StrategyStage; readonly demotedAt: Date | null },
    move: RungMove,
  ): Promise<SavedStrategy | null>;
  /** Moves not settled yet, of all users or of one strategy. */
  untold(of?: Pick<UntoldMove, 'username' | 'strategyId'>): Promise<readonly UntoldMove[]>;
  /** Notes that the move's alert, log line and consequences are done. */
  settle(told: UntoldMove): Promise<void>;
}
