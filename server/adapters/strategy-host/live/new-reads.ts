import type { StrategyPosition, StrategyQuote } from '../../../domain/strategy/strategy.ts';

/** What a strategy read of its desk in a call that begins: nothing yet. */
export function newReads() {
  return {
    cash: null as string | null,
    positions: {} as Record<string, StrategyPosition | null>,
    quotes: {} as Record<string, StrategyQuote | null>,
    chains: {} as Record<string, readonly StrategyQuote[]>,
  };
}
