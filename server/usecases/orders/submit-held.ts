import type { Decimal } from '../../domain/decimal.ts';
import { carriesOut } from '../../domain/exits/carries-out.ts';
import type { Tag } from '../../domain/ids.ts';
import { describeOrder } from '../../domain/order/describe-order.ts';
import type { Order } from '../../domain/order/order.ts';
import type { PreparedSwap } from '../../domain/order/prepared-swap.ts';
import { waitsAtDesk, worksAtVenue } from '../../domain/order/waits-at-desk.ts';
import { closableOf } from '../../domain/trade/close-under-review.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import { isDayOver } from '../../domain/trade/waiting-day.ts';
import type { ChangeKind } from '../steps/decision.ts';

interface Releasing {
  readonly tag: Tag;
  readonly pays: Decimal | null;
  /** Whether an entry may be made now. */
  readonly entries: boolean;
}

export const SUBMIT_HELD: ChangeKind<Releasing, Order | null> = {
  name: 'SUBMIT_HELD',
  take: (draft, { tag, ...met }) => submitHeld(draft, tag, met),
};

export const PREPARE_HELD: ChangeKind<Releasing & { readonly swap: PreparedSwap }, Order | null> = {
  name: 'PREPARE_HELD',
  take: (draft, { tag, ...met }) => prepareHeld(draft, tag, met),
};

/**
 * Submits an order that waits at the desk, decided on the trade as it is under the lock. Null: it has ended, its
 * day is over, something else was asked for, or no entry may be made now.
 */
function submitHeld(
  draft: TradeDraft,
  tag: Tag,
  { pays, entries }: { readonly pays: Decimal | null; readonly entries: boolean },
): Order | null {
  const order = releasable(draft, tag, entries);
  if (!order) return null;
  const submitted = draft.setOrder(order.id, { status: 'SUBMITTED', sentAt: draft.at, pays });
  draft.record('ORDER_SUBMITTED', `${describeOrder(order)} meets its limit: sent, tag ${tag}.`);
  return submitted;
}

/** The same for an order that is inspected first: it is stored with its prepared swap, to be signed. */
function prepareHeld(
  draft: TradeDraft,
  tag: Tag,
  {
    entries,
    ...meets
  }: { readonly entries: boolean } & Readonly<{
    pays: Decimal | null;
    swap: PreparedSwap;
  }>,
): Order | null {
  const order = releasable(draft, tag, entries);
  if (!order) return null;
  const stored = draft.setOrder(order.id, { status: 'INTENT', absentSyncs: 0, ...meets });
  draft.record('INTENT_STORED', `${describeOrder(order)} meets its limit: inspected, tag ${tag}.`);
  return stored;
}

function releasable(draft: TradeDraft, tag: Tag, entries: boolean): Order | null {
  const order = draft.orders.find((each) => each.tag === tag && waitsAtDesk(each));
  if (!order || draft.orders.some(worksAtVenue)) return null;
  if (isDayOver(order, draft.trade, draft.at)) return null;
  const may = order.role === 'ENTRY' ? entries && mayEnter(draft) : mayClose(draft, order);
  return may ? order : null;
}

function mayEnter({ trade }: TradeDraft): boolean {
  const waits = trade.status === 'PENDING' && trade.closeRequest === null;
  return waits && trade.filledQuantity.isZero();
}

function mayClose({ trade }: TradeDraft, order: Order): boolean {
  const { phase, closeRequest } = trade;
  if (phase !== 'OPEN' || !closeRequest || !carriesOut(order, closeRequest)) return false;
  return order.quantity.lessThanOrEqualTo(closableOf(trade));
}
