import type { KillSwitchLevel } from '../../domain/account/account.ts';
import type { OrderId, Tag, VenueOrderId } from '../../domain/ids.ts';
import type { Mark } from '../../domain/market/mark.ts';
import { describeOrder } from '../../domain/order/describe-order.ts';
import type { OrderStatus } from '../../domain/order/order-status.ts';
import type { PreparedSwap } from '../../domain/order/prepared-swap.ts';
import type { VenueOrder } from '../../domain/order/venue-order.ts';
import { applyReports } from '../../domain/reports/apply-report.ts';
import { noteLanding } from '../../domain/reports/follow-landing.ts';
import { endUnsigned, giveWay, type Unsigned } from '../../domain/reports/never-signed.ts';
import type { ChangeKind } from '../steps/decision.ts';
import { learnOutcome, reportContext } from './learn-outcome.ts';
import { sendable, type Submitting } from './submit-stored.ts';

/** Nothing was signed. `status`: the order's at its inspection; nothing changes if it has another by now. */
export const END_UNSIGNED: ChangeKind<{
  readonly orderId: OrderId;
  readonly status: OrderStatus;
  readonly unsigned: Unsigned;
}> = {
  name: 'END_UNSIGNED',
  take: (draft, { orderId, status, unsigned }) => {
    const order = draft.order(orderId);
    if (order.status === status) endUnsigned(draft, order, unsigned);
  },
};

/** Another swap of the token comes first, for the `reason`. */
export const GIVE_WAY: ChangeKind<{ readonly orderId: OrderId; readonly reason: string }> = {
  name: 'GIVE_WAY',
  take: (draft, { orderId, reason }) => giveWay(draft, draft.order(orderId), reason),
};

/** Returns whether the inspected swap is kept, to be signed. */
export const KEEP_INSPECTED: ChangeKind<Submitting & { readonly swap: PreparedSwap }, boolean> = {
  name: 'KEEP_INSPECTED',
  take: (draft, { tag, halt, swap }) => {
    const [order] = sendable(draft, tag, halt);
    if (!order || order.swap) return false;
    draft.setOrder(order.id, { swap });
    draft.record('INTENT_STORED', `${describeOrder(order)} is inspected, tag ${tag}.`);
    return true;
  },
};

export interface Signed {
  readonly tag: Tag;
  readonly halt: KillSwitchLevel;
  /** What was inspected: only that is submitted. */
  readonly inspected: Pick<PreparedSwap, 'blockhash' | 'requestId'>;
  readonly venueOrderId: VenueOrderId;
  readonly lastValidHeight: number;
}

/** Returns whether what was signed is to be sent. */
export const SUBMIT_SIGNED: ChangeKind<Signed, boolean> = {
  name: 'SUBMIT_SIGNED',
  take: (draft, { tag, halt, inspected, venueOrderId, lastValidHeight }) => {
    const [stored] = sendable(draft, tag, halt);
    const swap = stored?.swap;
    if (!stored || swap?.blockhash !== inspected.blockhash) return false;
    if (swap.requestId !== inspected.requestId) return false;
    const order = draft.setOrder(stored.id, {
      ...{ status: 'SUBMITTED', sentAt: draft.at, venueOrderId, absentSyncs: 0 },
      swap: { ...swap, lastValidHeight: Math.max(swap.lastValidHeight, lastValidHeight) },
    });
    draft.record('ORDER_SUBMITTED', `${describeOrder(order)} is signed as ${venueOrderId}.`);
    return true;
  },
};

export interface HandedOver {
  readonly tag: Tag;
  readonly venueOrderId: VenueOrderId;
  /** Null: the chain shows nothing yet. */
  readonly report: VenueOrder | null;
  readonly mark: Mark | null;
  /** Why it is not known whether the swap arrived; null: it was taken. */
  readonly silence: string | null;
}

export const LEARN_LANDING: ChangeKind<HandedOver> = {
  name: 'LEARN_LANDING',
  take: (draft, { tag, venueOrderId, report, mark, silence }) => {
    const order = draft.orders.find((each) => each.venueOrderId === venueOrderId);
    if (!order) return;
    if (report) {
      applyReports(draft, [{ orderId: order.id, report }], reportContext(draft, mark));
      noteLanding(draft, order.id, report);
    } else if (silence !== null)
      learnOutcome(draft, tag, { kind: 'UNKNOWN', reason: silence }, null);
    else
      draft.record(
        'ORDER_SUBMITTED',
        `${describeOrder(order)} is sent; the chain has yet to tell.`,
      );
  },
};
