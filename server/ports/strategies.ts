import type { StrategyDefinition } from '../domain/strategy/definition.ts';
import type { StrategyKind } from '../domain/strategy/kind.ts';
import type { SavedStrategy, StrategyStage } from '../domain/strategy/saved-strategy.ts';
import type { Username } from '../domain/ids.ts';

/** The user has another strategy of this name. */
export class StrategyNameTaken extends Error {
  override readonly name = 'StrategyNameTaken';
}

/** Users' strategies; each user sees only their own. */
export interface StrategyStore {
  /** Newest first. */
  of(username: Username): Promise<readonly SavedStrategy[]>;
  byId(username: Username, id: string): Promise<SavedStrategy | null>;
  /** Strategies of all users that are on another rung than `stage`, the lowest. */
  above(stage: StrategyStage): Promise<readonly SavedStrategy[]>;
  /** @throws {StrategyNameTaken} */
  add(strategy: SavedStrategy): Promise<void>;
  /**
   * Replaces `before` by `after`; null when it is stored, or what is stored instead of `before`, by its version
   * and rung.
   * @throws {StrategyNameTaken}
   */
  replace(before: SavedStrategy, after: SavedStrategy): Promise<SavedStrategy | null>;
  /**
   * Begins the evidence anew of every strategy of a kind whose code is not of this version.
   * Returns those, as they are now.
   */
  codeChanged(kind: string, codeVersion: string, now: Date): Promise<readonly SavedStrategy[]>;
}

/** The kinds of strategy that the desk knows. */
export interface StrategyKinds {
  /** By name; also those that cannot be loaded, or still are, with their error. No file that hangs holds it up. */
  all(): Promise<readonly StrategyKind[]>;
  /** The same, each once it is loaded or cannot be. */
  each(): Promise<readonly Promise<StrategyKind>[]>;
  /** Once it is loaded or cannot be. */
  find(kind: string): Promise<StrategyKind | null>;
}

/** Where a kind's code is: shipped with the desk, or text of the operator's own. */
export type KindCode =
  { readonly shipped: string } | { readonly kind: string; readonly module: string };

export type Shipped = Readonly<Record<string, StrategyDefinition>>;
