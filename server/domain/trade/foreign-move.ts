import type { Decimal } from '../decimal.ts';
import type { Order } from '../order/order.ts';
import type { TradeDraft } from './trade-draft.ts';

/** A price of an exit that stood, and that nobody asked this desk to move. */
export function tellForeignMove(draft: TradeDraft, order: Order, now: Decimal | null): void {
  const was = order.stopPrice ?? order.limitPrice;
  const stood = order.status === 'ACCEPTED' && !order.cancelRequested;
  if (!stood || !was || !now || was.equals(now) || draft.trade.wantedBracket) return;
  draft.alert(
    'FOREIGN_CHANGE',
    'WARNING',
    `The ${order.role === 'STOP_LOSS' ? 'stop' : 'exit'} was moved at the venue from ${was.toFixed()} to ${now.toFixed()}, not by this desk.`,
  );
}
