import { heldByDesk } from '../trade/held-by-desk.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import type { Bracket } from '../trade/trade.ts';
import { isTrailing, describeTrail } from '../trade/trail-stop.ts';

/** Records exits that are in force at the venue, or that the desk watches. */
export function adopt(
  draft: TradeDraft,
  { bracket, watched }: { bracket: Bracket; watched: boolean },
): void {
  const { trade } = draft;
  draft.set({ bracket, wantedBracket: null });
  if (heldByDesk(trade)) return watch(draft, bracket);
  if (watched)
    draft.record('EXITS_WATCHED', `${describeBracket(bracket)}; the desk holds to them itself.`);
  else if (isTrailing(trade))
    draft.record(
      'STOP_TRAILED',
      `${describeTrail(trade, trade.bracket.stopLoss, bracket.stopLoss)}.`,
    );
  else draft.record('EXITS_STANDING', `${describeBracket(bracket)} and stand.`);
}

function watch(draft: TradeDraft, bracket: Bracket): void {
  const any = bracket.stopLoss !== null || bracket.takeProfit !== null;
  const open = draft.trade.phase === 'OPEN';
  if (open) draft.set({ protection: any ? 'WATCHED' : 'NONE' });
  const words = any && open ? '; the desk holds to them itself' : '';
  draft.record('EXITS_WATCHED', `${describeBracket(bracket)}${words}.`);
}

function describeBracket({ stopLoss, takeProfit }: Bracket): string {
  const stop = stopLoss ? `Stop ${stopLoss}` : 'No stop';
  return `${stop} and ${takeProfit ? `target ${takeProfit}` : 'no target'} are on record`;
}
