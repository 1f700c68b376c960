import type { TradeDraft } from '../trade/trade-draft.ts';
import type { Bracket } from '../trade/trade.ts';
import { isTrailing, describeTrail } from '../trade/trail-stop.ts';

/** Records exits that stand at the venue, or that the desk watches. */
export function adopt(
  draft: TradeDraft,
  { bracket, watched }: { bracket: Bracket; watched: boolean },
): void {
  const { trade } = draft;
  draft.set({ bracket, wantedBracket: null });
  if (watched)
    draft.record('EXITS_WATCHED', `${describeBracket(bracket)}; the desk holds to them itself.`);
  else if (isTrailing(trade))
    draft.record(
      'STOP_TRAILED',
      `${describeTrail(trade, trade.bracket.stopLoss, bracket.stopLoss)}.`,
    );
  else draft.record('EXITS_STANDING', `${describeBracket(bracket)} and stand.`);
}

function describeBracket({ stopLoss, takeProfit }: Bracket): string {
  const stop = stopLoss ? `Stop ${stopLoss}` : 'No stop';
  return `${stop} and ${takeProfit ? `target ${takeProfit}` : 'no target'} are on record`;
}
