import type { Username } from '../domain/ids.ts';
import type { RungMove } from '../domain/promotion/rung-move.ts';
import type { SavedStrategy, StrategyStage } from '../domain/strategy/saved-strategy.ts';

/** A move that is stored, and perhaps not told or followed yet. */
export interface UntoldMove {
  readonly username: Username;
  readonly strategyId: string;
  readonly move: RungMove;
}

/**
 * Moves of strategies to other rungs. A move is stored with all that is told of it in one step, so that whoever dies
 * after that leaves it to be told by another.
 */
export interface RungMoves {
  /**
   * Moves a strategy as it was read; null when it is stored, or what stands instead: it was changed or moved
   * meanwhile, or its last move is not told yet.
   */
  move(
    before: SavedStrategy,
    after: { readonly stage: StrategyStage; readonly demotedAt: Date | null },
    move: RungMove,
  ): Promise<SavedStrategy | null>;
  /** Of all users, or of one strategy. */
  untold(of?: Pick<UntoldMove, 'username' | 'strategyId'>): Promise<readonly UntoldMove[]>;
  /** It is told and followed. */
  settle(told: UntoldMove): Promise<void>;
}
