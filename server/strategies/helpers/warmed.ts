import type { StrategyBar, StrategyDesk } from '../../domain/strategy/strategy.ts';

/**
 * What is remembered of a symbol; at its first bar it is made of the bars before that one, so that a run that
 * begins in the middle of the data decides as one that began earlier.
 */
export function warmed<T>(
  memory: Map<string, T>,
  symbol: string,
  desk: StrategyDesk,
  bars: number,
  make: (past: readonly StrategyBar[]) => T,
): T {
  const known = memory.get(symbol);
  if (known) return known;
  const made = make(desk.history(symbol, bars + 1).slice(0, -1));
  memory.set(symbol, made);
  return made;
}
