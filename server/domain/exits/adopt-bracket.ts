import type { TradeDraft } from '../trade/trade-draft.ts';
import type { Bracket } from '../trade/trade.ts';
import { isTrailing, trailWords } from '../trade/trail-stop.ts';

/** Puts exits on record that stand at the venue, or that the desk watches. */
export function adopt(
  draft: TradeDraft,
  { bracket, watched }: { bracket: Bracket; watched: boolean },
): void {
  const { trade } = draft;
  draft.set({ bracket, wantedBracket: null });
  if (watched)
    draft.tell('EXITS_WATCHED', `${bracketWords(bracket)}; the desk holds to them itself.`);
  else if (isTrailing(trade))
    draft.tell('STOP_TRAILED', `${trailWords(trade, trade.bracket.stopLoss, bracket.stopLoss)}.`);
  else draft.tell('EXITS_STANDING', `${bracketWords(bracket)} and stand.`);
}

function bracketWords({ stopLoss, takeProfit }: Bracket): string {
  const stop = stopLoss ? `Stop ${stopLoss}` : 'No stop';
  return `${stop} and ${takeProfit ? `target ${takeProfit}` : 'no target'} are on record`;
}
