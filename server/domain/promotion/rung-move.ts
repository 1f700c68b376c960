import { mayEnterReal, type StrategyStage } from '../strategy/saved-strategy.ts';
import type { PromotionGate } from './promotion.ts';
import { isAbove } from './rungs.ts';

/** What made a strategy change its rung: its user, or, of the desk's own accord, its evidence. */
export type MovedBy = 'USER' | 'EVIDENCE';

/** A strategy's move to another rung, with all that is told of it. */
export interface RungMove {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly from: StrategyStage;
  readonly to: StrategyStage;
  readonly at: Date;
  readonly by: MovedBy;
  /** As the log names them. */
  readonly actor: string;
  /** As they stood; null: nobody asked them. */
  readonly gates: readonly PromotionGate[] | null;
}

/** Whether its run with real money ends with it. */
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
