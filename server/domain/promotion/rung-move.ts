import { mayEnterReal, type StrategyStage } from '../strategy/saved-strategy.ts';
import type { PromotionGate } from './promotion.ts';
import { isAbove } from './rungs.ts';

/** What changed a strategy's rung: its user, or its evidence, by which the desk acts. */
export type MovedBy = 'USER' | 'EVIDENCE';

/** A strategy's move to another rung, with the facts for its messages. */
export interface RungMove {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly from: StrategyStage;
  readonly to: StrategyStage;
  readonly at: Date;
  readonly by: MovedBy;
  /** The name in the log of who moved it. */
  readonly actor: string;
  /** The gates at the time of the move; null: they were not judged. */
  readonly gates: readonly PromotionGate[] | null;
}

/** Whether the move ends the strategy's run with real money. */
export function endsReal({ from, to }: Pick<RungMove, 'from' | 'to'>): boolean {
  return !isAbove(to, from) && !mayEnterReal(to);
}

export function typeOfMove({ from, to }: RungMove): 'STRATEGY_PROMOTED' | 'STRATEGY_DEMOTED' {
  return isAbove(to, from) ? 'STRATEGY_PROMOTED' : 'STRATEGY_DEMOTED';
}

export function wordsOfMove(move: RungMove): string {
  const { name, version, from, to, by, gates } = move;
  const done = isAbove(to, from) ? 'promoted' : 'demoted';
  if (by === 'USER')
    return `The strategy ${name}, version ${version}, was ${done} from ${from} to ${to}.`;
  const failed = (gates ?? []).filter(({ verdict }) => verdict === 'FAIL');
  return `${name} was ${done} from ${from} to ${to}: ${failed.map(({ message }) => message).join(' ')}`;
}
