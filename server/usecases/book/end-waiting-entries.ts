import { waitsAtDesk } from '../../domain/order/waits-at-desk.ts';
import { endWaiting } from '../../domain/reports/at-desk.ts';
import { mayStillEnter } from '../../domain/trade/held-by-desk.ts';
import { takenBack } from '../../domain/trade/taken-back.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { BookChange } from '../../ports/book.ts';
import { storeDecided } from '../steps/change-trade.ts';
import { decide, type ChangeKind } from '../steps/decision.ts';

export const END_WAITING_ENTRY: ChangeKind<{ readonly why: string }> = {
  name: 'END_WAITING_ENTRY',
  take: (draft, { why }) => {
    const waiting = draft.orders.filter((order) => order.role === 'ENTRY' && waitsAtDesk(order));
    if (waiting.length > 0) endWaiting(draft, waiting, { status: 'CANCELED', why });
    else takeBack(draft, why);
  },
};

/**
 * Ends the user's entries that wait at the desk for their price: no arming covers them any more. An entry whose swap is
 * under way is taken back: the outcome of that swap counts, and the entry never waits again. Exits and closes go on
 * waiting. `why`: in lower case, without a full stop.
 */
export async function endWaitingEntries(
  change: BookChange,
  { at, actor, why }: { readonly at: Date; readonly actor: string; readonly why: string },
): Promise<void> {
  for (const stored of await change.activeTrades()) {
    if (!mayStillEnter(stored.trade)) continue;
    await storeDecided(change, decide(END_WAITING_ENTRY, stored, { at, actor }, { why }));
  }
}

function takeBack(draft: TradeDraft, why: string): void {
  draft.set({ closeRequest: takenBack(draft.trade, draft.at) });
  draft.record('CANCEL_REQUESTED', `The entry is taken back: ${why}.`);
}
