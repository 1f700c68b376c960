import { isWorking } from '../order/order-status.ts';
import { isRestingExit } from './exit-session.ts';
import { pricesIn } from './take-terms.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';

/** Remembers requested exits that are replaced before they are in force: the venue may still carry out that move. */
export function rememberAskedMove(draft: TradeDraft): void {
  const { wantedBracket } = draft.trade;
  if (!wantedBracket) return;
  for (const order of draft.orders) {
    if (!isRestingExit(order) || !isWorking(order.status)) continue;
    draft.setOrder(order.id, { askedMove: { ...pricesIn(wantedBracket, order), at: draft.at } });
  }
}
