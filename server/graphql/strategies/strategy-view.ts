import { parametersSchema, type StrategyKind } from '../../domain/strategy/kind.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import type { StrategyKindType, StrategyType } from './strategy.types.ts';

/** A strategy as the API shows it. */
export function strategyView(strategy: SavedStrategy): StrategyType {
  const { id, version, name, kind, parameters, symbols, interval } = strategy;
  const { budget, stage, since } = strategy;
  return { id, version, name, kind, parameters, symbols, interval, budget, stage, since };
}

export function kindView(kind: StrategyKind): StrategyKindType {
  const { interval, error, loading = false } = kind;
  const parameters = parametersSchema(kind);
  return { ...kind, loading, parameters, interval: error === null ? interval : null };
}
