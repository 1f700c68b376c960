import { describeOrder } from '../order/describe-order.ts';
import type { OrderId } from '../ids.ts';
import type { Order } from '../order/order.ts';
import { waitsAtDesk } from '../order/waits-at-desk.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { ABSENT_SYNCS, giveUp, isOlder, loseAnswer, type Absence } from './settle-unknown.ts';

/** `proven`: the whole look that began at `askedAt` showed that no block has the swap or can still take it. */
export type SwapAbsence = Pick<Absence, 'proven' | 'askedAt'>;

/**
 * Handles a swap of which the chain shows nothing. An unsigned swap was never sent: two looks end it, and a
 * later attempt to sign it finds it ended. A signed swap ends only by the chain's height, also after two looks.
 */
export function applySwapAbsence(
  draft: TradeDraft,
  orderId: OrderId,
  { proven, askedAt }: SwapAbsence,
): void {
  const order = draft.order(orderId);
  if (order.updatedAt > askedAt || waitsAtDesk(order)) return;
  if (order.status === 'INTENT') return countUnsigned(draft, order);
  if (proven) return countAbsence(draft, order);
  if (order.status === 'SUBMITTED' && isOlder(order.sentAt ?? order.updatedAt, draft.at))
    loseAnswer(draft, order, order.absentSyncs);
}

/** More time than an inspection and a signature take. */
const SIGNED_WITHIN_MS = 15_000;

function countUnsigned(draft: TradeDraft, order: Order): void {
  if (draft.at.getTime() - order.updatedAt.getTime() < SIGNED_WITHIN_MS) return;
  const absentSyncs = order.absentSyncs + 1;
  if (absentSyncs >= ABSENT_SYNCS) {
    // A limit goes on waiting, and the next try counts from this one.
    if (order.type === 'LIMIT') draft.setOrder(order.id, { sentAt: draft.at });
    return giveUp(draft, order, 'the desk stopped before it was signed');
  }
  draft.setOrder(order.id, { absentSyncs });
  draft.record('ORDER_UNKNOWN', `${describeOrder(order)} is not signed; one more look decides.`);
}

function countAbsence(draft: TradeDraft, order: Order): void {
  const absentSyncs = order.absentSyncs + 1;
  if (absentSyncs >= ABSENT_SYNCS)
    return giveUp(draft, order, 'no block took it before it expired');
  draft.setOrder(order.id, { absentSyncs });
  const name = describeOrder(order);
  draft.record('ORDER_UNKNOWN', `${name} is in no block and has expired; one more look decides.`);
}
