import type { StrategyDesk } from '../../domain/strategy/strategy.ts';

/** False in the call of a missed bar, which finds no cash and no position: what is asked for there is not done. */
export function canAct({ cash }: Pick<StrategyDesk, 'cash'>): boolean {
  return cash !== '0';
}
