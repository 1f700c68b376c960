import type { Order } from '../../domain/order/order.ts';
import { waitsAtDesk } from '../../domain/order/waits-at-desk.ts';
import { endWaiting } from '../../domain/reports/at-desk.ts';
import { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { BookChange } from '../../ports/book.ts';
import { storeDraft } from '../steps/change-trade.ts';

/**
 * Ends the user's entries that wait at the desk for their price: nobody is armed for them any more. Exits and closes
 * wait on. `why`: in lower case, without a full stop.
 */
export async function endWaitingEntries(
  change: BookChange,
  { at, actor, why }: { readonly at: Date; readonly actor: string; readonly why: string },
): Promise<void> {
  for (const stored of await change.activeTrades()) {
    const waiting = stored.orders.filter(isWaitingEntry);
    if (waiting.length === 0) continue;
    const draft = TradeDraft.of(stored, at, actor);
    endWaiting(draft, waiting, { status: 'CANCELED', why });
    await storeDraft(change, draft);
  }
}

export function isWaitingEntry(order: Order): boolean {
  return order.role === 'ENTRY' && waitsAtDesk(order);
}
