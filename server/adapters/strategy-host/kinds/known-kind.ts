import type { StrategyKind } from '../../../domain/strategy/kind.ts';
import type { KindCode } from '../../../ports/strategies.ts';

/** A kind with its code; null `code`: the kind cannot be loaded. */
export interface Known {
  readonly kind: StrategyKind;
  readonly code: KindCode | null;
}
