import type { KillSwitchLevel } from '../../domain/account/account.ts';
import { isRestingExit } from '../../domain/exits/exit-session.ts';
import type { Tag } from '../../domain/ids.ts';
import { describeOrder } from '../../domain/order/describe-order.ts';
import { isWorking } from '../../domain/order/order-status.ts';
import type { Order } from '../../domain/order/order.ts';
import { bringsExits } from '../../domain/order/waits-for-entry.ts';
import { afterReport } from '../../domain/reports/after-report.ts';
import { closableOf, closesUnderReview } from '../../domain/trade/close-under-review.ts';
import { heldByDesk } from '../../domain/trade/held-by-desk.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { ChangeKind } from '../steps/decision.ts';

/** `halt`: the higher of the user's switch and the desk's. */
export interface Submitting {
  readonly tag: Tag;
  readonly halt: KillSwitchLevel;
}

export const SUBMIT: ChangeKind<Submitting, readonly Order[]> = {
  name: 'SUBMIT',
  take: (draft, { tag, halt }) => submitStored(draft, tag, halt),
};

/** Submits the stored orders of a tag. None: another server has taken them over, or they may not go out any more. */
function submitStored(draft: TradeDraft, tag: Tag, halt: KillSwitchLevel): readonly Order[] {
  const waiting = sendable(draft, tag, halt);
  for (const order of waiting) draft.setOrder(order.id, { status: 'SUBMITTED', sentAt: draft.at });
  if (waiting.length > 0)
    draft.record('ORDER_SUBMITTED', `${waiting.map(describeOrder).join(', ')} sent, tag ${tag}.`);
  return waiting;
}

/** The orders that may still go out. Those that may not are ended. */
export function sendable(draft: TradeDraft, tag: Tag, halt: KillSwitchLevel): readonly Order[] {
  const waiting = draft.orders.filter((order) => order.tag === tag && order.status === 'INTENT');
  const entry = waiting.find((order) => order.role === 'ENTRY');
  const reason = entry ? whyNoEntry(draft.trade, halt) : null;
  if (entry && reason) {
    const held = draft.setOrder(entry.id, { status: 'CANCELED', reason });
    draft.record('ORDER_CANCELED', `${describeOrder(held)} was not sent: ${reason}.`);
    afterReport(draft, held, true);
    return [];
  }
  if (waiting.some((order) => order.role !== 'ENTRY') && !mayClose(draft, tag)) {
    const reason = 'the trade moved on before it was sent';
    for (const order of waiting) draft.setOrder(order.id, { status: 'CANCELED', reason });
    if (waiting.length > 0)
      draft.record('ORDER_CANCELED', `${waiting.map(describeOrder).join(', ')}: ${reason}.`);
    return [];
  }
  return waiting;
}

function whyNoEntry(trade: Trade, halt: KillSwitchLevel): string | null {
  if (halt !== 'OFF') return `the kill switch is at ${halt}`;
  // Elsewhere the venue is asked to cancel it. A swap is not taken back once it is sent.
  return heldByDesk(trade) && trade.closeRequest ? 'it was taken back before' : null;
}

/** The last check before the wire: open, nothing else that may close it, and no more than is held. */
function mayClose({ trade, orders }: TradeDraft, tag: Tag): boolean {
  const ours = orders.filter((order) => order.tag === tag);
  if (ours.some((order) => order.role === 'ENTRY')) return true;
  if (trade.phase !== 'OPEN') return false;
  if (trade.status === 'NEEDS_REVIEW' && !closesUnderReview(trade)) return false;
  if (ours.some((order) => order.quantity.greaterThan(closableOf(trade)))) return false;
  const others = orders.filter((order) => order.tag !== tag && isWorking(order.status));
  // Exits may work next to the rest of an entry that brought none; a close works alone.
  const mayJoin = ours.every(isRestingExit);
  return others.every((order) => mayJoin && order.role === 'ENTRY' && !bringsExits(order, orders));
}
