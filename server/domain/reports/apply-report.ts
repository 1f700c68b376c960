import type { OrderId } from '../ids.ts';
import { Decimal, ZERO } from '../decimal.ts';
import { mayFollow, type OrderStatus } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import type { VenueOrder, VenueOrderStatus } from '../order/venue-order.ts';
import { afterReport } from './after-report.ts';
import { followLateFill, takeBack } from './late-fill.ts';
import { takeFills, type ReportContext } from './take-fills.ts';
import { hasEnded, isLate } from '../order/ended-order.ts';
import { describeOrder } from '../order/describe-order.ts';
import { endStrayLanding } from './stray-landing.ts';
import { takeTerms } from '../exits/take-terms.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { isUnpriced } from './unpriced.ts';

const STATUS: Record<Exclude<VenueOrderStatus, 'UNRECOGNISED'>, OrderStatus> = {
  PENDING: 'ACCEPTED',
  OPEN: 'ACCEPTED',
  HELD: 'ACCEPTED',
  PARTIALLY_FILLED: 'PARTIALLY_FILLED',
  FILLED: 'FILLED',
  CANCELED: 'CANCELED',
  EXPIRED: 'EXPIRED',
  REJECTED: 'REJECTED',
};

/** One order of ours with the venue's report on it. */
export interface OrderReport {
  readonly orderId: OrderId;
  readonly report: VenueOrder;
}

/**
 * Applies the venue's reports on several orders at one time. While one order of a submission has a fill without
 * a price, the others wait: an exit cannot be booked before its entry, and the venue itself cancels a leg whose
 * sibling filled.
 */
export function applyReports(
  draft: TradeDraft,
  reports: readonly OrderReport[],
  context: ReportContext,
): void {
  const waiting = reports.filter(({ orderId, report }) => isUnpriced(draft.order(orderId), report));
  const tags = new Set(waiting.map(({ orderId }) => draft.order(orderId).tag));
  const held = heldAfter(draft, reports);
  for (const each of reports) {
    const order = draft.order(each.orderId);
    const waits = tags.has(order.tag) && !waiting.includes(each);
    if (waits) continue;
    draft.happened(each.report.changedAt, order.updatedAt, () => {
      if (hasEnded(order)) applyLate(draft, order, each.report, context);
      else applyReport(draft, each, held, context);
    });
  }
}

/** The quantity held once all fills in these reports are booked. */
function heldAfter(draft: TradeDraft, reports: readonly OrderReport[]): Decimal {
  return reports.reduce((held, { orderId, report }) => {
    const order = draft.order(orderId);
    const fresh = Decimal.max(report.filledQuantity.minus(order.filledQuantity), ZERO);
    return order.role === 'ENTRY' ? held.plus(fresh) : held.minus(fresh);
  }, draft.trade.openQuantity);
}

/** Applies a fill of an ended order, or an exit that works again because its entry has a late fill. */
function applyLate(
  draft: TradeDraft,
  before: Order,
  report: VenueOrder,
  context: ReportContext,
): void {
  const isLateFill = isLate(before, report);
  if (!isLateFill) takeBack(draft, before, report);
  if (takeFills(draft, before.id, report, context) && isLateFill)
    followLateFill(draft, before, report);
}

/**
 * Applies the venue's report on one order: its id, its fills, its status, and what follows for the trade.
 * Applying the same report twice changes nothing the second time.
 */
function applyReport(
  draft: TradeDraft,
  { orderId, report }: OrderReport,
  held: Decimal,
  context: ReportContext,
): void {
  const order = draft.order(orderId);
  if (report.shape === 'UNRECOGNISED') return reviewUnread(draft, order, 'has a class');
  if (order.venueOrderId !== report.venueOrderId) {
    draft.setOrder(orderId, { venueOrderId: report.venueOrderId });
    draft.record(
      'ORDER_ACCEPTED',
      `${describeOrder(order)} is ${report.venueOrderId} at the venue.`,
    );
  }
  if (report.landed && report.status === 'UNRECOGNISED')
    return endStrayLanding(draft, draft.order(orderId), report, context);
  if (report.status === 'UNRECOGNISED') {
    return reviewUnread(draft, order, `is called "${report.rawStatus}", a word`);
  }
  takeTerms(draft, orderId, report, held);
  const fillsAreKnown = takeFills(draft, orderId, report, context);
  if (fillsAreKnown) takeStatus(draft, orderId, STATUS[report.status], report);
}

function reviewUnread(draft: TradeDraft, { role }: Order, what: string): void {
  if (draft.trade.status === 'NEEDS_REVIEW') return;
  draft.askForReview(`At the venue the ${role} order ${what} that we do not know.`);
}

function takeStatus(
  draft: TradeDraft,
  orderId: OrderId,
  reported: OrderStatus,
  report: VenueOrder,
): void {
  const order = draft.order(orderId);
  const partial = reported === 'ACCEPTED' && order.filledQuantity.greaterThan(ZERO);
  const status = partial ? 'PARTIALLY_FILLED' : reported;
  const moved = status !== order.status && mayFollow(order.status, status);
  if (moved) {
    const next = draft.setOrder(orderId, {
      status,
      reason: report.reason ?? order.reason,
      absentSyncs: 0,
    });
    recordStatus(draft, next, order.status);
  }
  afterReport(draft, draft.order(orderId), moved, report.refusedDurations);
}

function recordStatus(draft: TradeDraft, order: Order, before: OrderStatus): void {
  const why = order.reason ? `: ${order.reason}` : '';
  if (before === 'UNKNOWN') draft.resolve('ORDER_UNKNOWN');
  if (order.status === 'ACCEPTED') {
    const found = before === 'UNKNOWN' ? 'was found by its tag and works' : 'works';
    draft.record('ORDER_ACCEPTED', `${describeOrder(order)} ${found} at the venue.`);
  } else if (order.status === 'CANCELED') {
    draft.record('ORDER_CANCELED', `${describeOrder(order)} canceled${why}.`);
  } else if (order.status === 'EXPIRED') {
    draft.record('ORDER_EXPIRED', `${describeOrder(order)} expired unfilled${why}.`);
  } else if (order.status === 'REJECTED') {
    draft.record('ORDER_REJECTED', `${describeOrder(order)} rejected${why}.`);
  }
}
