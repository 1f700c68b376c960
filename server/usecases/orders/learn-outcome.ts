import { feeFor } from '../../domain/matching/fee-schedule.ts';
import type { Mark } from '../../domain/market/mark.ts';
import type { Tag } from '../../domain/ids.ts';
import { describeOrder } from '../../domain/order/describe-order.ts';
import { partFor } from '../../domain/order/match-report.ts';
import { mayFollow } from '../../domain/order/order-status.ts';
import type { Order } from '../../domain/order/order.ts';
import type { VenueOrder } from '../../domain/order/venue-order.ts';
import { afterReport } from '../../domain/reports/after-report.ts';
import { applyReports, type OrderReport } from '../../domain/reports/apply-report.ts';
import { heldByDesk } from '../../domain/trade/held-by-desk.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';

export type Outcome =
  | { readonly kind: 'ACCEPTED'; readonly venueId: string; readonly seen: VenueOrder | null }
  | {
      readonly kind: 'REJECTED';
      readonly reason: string;
      readonly ofDurations: boolean;
      readonly ofToken: boolean;
    }
  | { readonly kind: 'UNKNOWN' | 'NOT_SENT'; readonly reason: string };

/** What the venue answered to the orders of a tag, or that it did not. */
export function learnOutcome(
  draft: TradeDraft,
  tag: Tag,
  outcome: Outcome,
  entryMark: Mark | null,
): void {
  const sent = draft.orders.filter((order) => order.tag === tag);
  if (outcome.kind === 'ACCEPTED') return learnAccepted(draft, sent, outcome, entryMark);
  if (outcome.kind === 'NOT_SENT') return learnNotSent(draft, sent, outcome.reason);
  for (const order of sent) {
    if (!mayFollow(draft.order(order.id).status, outcome.kind)) continue;
    const { kind: status, reason } = outcome;
    const sentAt = status === 'UNKNOWN' ? draft.at : order.sentAt;
    const next = draft.setOrder(order.id, { status, reason, sentAt });
    if (outcome.kind === 'UNKNOWN') {
      draft.alert(
        'ORDER_UNKNOWN',
        'CRITICAL',
        `No answer to the ${describeOrder(order)} order: ${outcome.reason}`,
      );
      draft.record(
        'ORDER_UNKNOWN',
        `${describeOrder(order)} got no answer: ${outcome.reason}. Not sent again.`,
      );
    } else {
      draft.record('ORDER_REJECTED', `${describeOrder(order)} rejected: ${outcome.reason}.`);
      afterReport(draft, next, true);
    }
  }
}

/** The orders never left, for a temporary reason: exits are sent again, at a venue by the next sync. */
function learnNotSent(draft: TradeDraft, sent: readonly Order[], reason: string): void {
  for (const { id, sentAt: tried } of sent) {
    if (!mayFollow(draft.order(id).status, 'CANCELED')) continue;
    // Where the desk holds limits, the next try counts from this one.
    const sentAt = heldByDesk(draft.trade) ? tried : null;
    const ended = { status: 'CANCELED', cancelRequested: true } as const;
    const next = draft.setOrder(id, { ...ended, reason, sentAt });
    const message = `${describeOrder(next)} was not sent: ${reason}.`;
    draft.record('ORDER_CANCELED', message);
    if (isDesksOwnSwap(next)) draft.alert('EXIT_REFUSED', 'CRITICAL', message);
    afterReport(draft, next, true);
  }
}

/** An exit that is reached, and of which no venue holds an order. */
function isDesksOwnSwap({ role, slippagePct }: Order): boolean {
  return slippagePct !== null && role !== 'ENTRY' && role !== 'CLOSE';
}

/** Whether a submission was never sent, so trying again at once is pointless. */
export function wasNotSent({ orders }: TradeAggregate, tag: Tag): boolean {
  const sent = orders.filter((order) => order.tag === tag);
  return sent.every((order) => order.status === 'CANCELED' && !order.venueOrderId);
}

function learnAccepted(
  draft: TradeDraft,
  sent: readonly Order[],
  { venueId, seen }: Extract<Outcome, { kind: 'ACCEPTED' }>,
  entryMark: Mark | null,
): void {
  const reports: OrderReport[] = [];
  // The answer came so late that the orders had been given up as never arrived: they work after all.
  const givenUp = sent.every((o) => o.status === 'CANCELED' && !o.venueOrderId && !o.venueParentId);
  for (const { id, status, venueOrderId: known } of sent) {
    const report = seen && partFor(draft.order(id), seen);
    if (report) reports.push({ orderId: id, report });
    draft.setOrder(id, {
      // A sync may have learned it first, or more than this.
      status: givenUp || mayFollow(status, 'ACCEPTED') ? 'ACCEPTED' : status,
      ...(givenUp && { cancelRequested: false, reason: null }),
      venueOrderId: sent.length === 1 ? venueId : (report?.venueOrderId ?? known),
      venueParentId: sent.length === 1 ? null : venueId,
    });
  }
  draft.record(
    'ORDER_ACCEPTED',
    `The venue took ${sent.map(describeOrder).join(', ')} as ${venueId}.`,
  );
  applyReports(draft, reports, reportContext(draft, entryMark));
  for (const { id } of sent) {
    const reported = reports.some(({ orderId }) => orderId === id);
    if (!reported) afterReport(draft, draft.order(id), false);
  }
}

/** Fees follow our schedule: no venue reports them per fill. */
export function reportContext(draft: TradeDraft, entryMark: Mark | null) {
  const { assetClass } = draft.trade.instrument;
  return { feeFor: (quantity: Order['quantity']) => feeFor(assetClass, quantity), entryMark };
}
