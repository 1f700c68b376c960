import type { Mark } from '../../domain/market/mark.ts';
import { isCorrection } from '../../domain/order/is-correction.ts';
import {
  isListed,
  isUnread,
  reportFor,
  type VenueOrderIndex,
} from '../../domain/order/match-report.ts';
import { isFinal, isWorking } from '../../domain/order/order-status.ts';
import { awaitsFinality } from '../../domain/order/prepared-swap.ts';
import type { Order } from '../../domain/order/order.ts';
import type { VenueOrder } from '../../domain/order/venue-order.ts';
import { waitsAtDesk } from '../../domain/order/waits-at-desk.ts';
import { applyReports, type OrderReport } from '../../domain/reports/apply-report.ts';
import { describeOrder } from '../../domain/order/describe-order.ts';
import { termsDiffer } from '../../domain/exits/take-terms.ts';
import { recordCorrection } from '../../domain/reports/record-correction.ts';
import { isLate, lateTags } from '../../domain/order/ended-order.ts';
import {
  isLateNews,
  lateClosers,
  lateEntries,
  reviveLateEntry,
  type TaggedOrder,
} from '../../domain/reports/late-order.ts';
import { isOverdue, recordOverdue } from '../../domain/trade/overdue-orders.ts';
import { followLanding, isNewOfLanding, noteLanding } from '../../domain/reports/follow-landing.ts';
import type { ReportContext } from '../../domain/reports/take-fills.ts';
import { applySwapAbsence } from '../../domain/reports/settle-swap.ts';
import { applyAbsence, applyPresence, type Absence } from '../../domain/reports/settle-unknown.ts';
import { VENUES } from '../../domain/venue.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { ChangeKind } from '../steps/decision.ts';
import { reportContext } from './learn-outcome.ts';

/** Whether a report could change the trade: a cheap check that saves a transaction when nothing did. */
export function hasNews(
  { orders }: TradeAggregate,
  index: VenueOrderIndex,
  askedAt: Date,
): boolean {
  return orders.some((order) => {
    const report = reportFor(order, index);
    if (report && isCorrection(order, report)) return true;
    if (awaitsFinality(order.swap)) return isNewOfLanding(order, report) || isAbsent(order, index);
    if (isFinal(order.status)) return isLateNews(order, report, askedAt);
    if (!report) return isMissed(order, index);
    return (
      order.status !== 'ACCEPTED' ||
      order.cancelRequested ||
      report.shape === 'UNRECOGNISED' ||
      order.absentSyncs > 0 ||
      order.venueOrderId !== report.venueOrderId ||
      !['PENDING', 'OPEN', 'HELD'].includes(report.status) ||
      !report.filledQuantity.equals(order.filledQuantity) ||
      termsDiffer(order, report)
    );
  });
}

/** The venue does not list an order that it knows or may know. */
function isMissed(order: Order, index: VenueOrderIndex): boolean {
  if (waitsAtDesk(order)) return false;
  if (order.swap && order.venueOrderId)
    return order.status === 'SUBMITTED' || isAbsent(order, index);
  return index.complete ? !isUnread(order, index) : !order.venueOrderId;
}

/** One whole look has proven that no block has the swap or can take it. */
function isAbsent({ venueOrderId }: Order, { absent }: VenueOrderIndex): boolean {
  return venueOrderId !== null && absent.has(venueOrderId);
}

/** The trade is closed, and no order at the venue can still change it. */
export function hasPassed({ trade, orders }: TradeAggregate): boolean {
  return trade.phase === 'CLOSED' && !orders.some((order) => isWorking(order.status));
}

interface Learning {
  /** The part of it that concerns orders of the trade. */
  readonly index: VenueOrderIndex;
  readonly entryMark: Mark | null;
  readonly absence: Absence;
  /** Whether a person has judged the trade; null when no late entry of it was seen. */
  readonly reviewed: boolean | null;
}

/** Returns closing orders that are not wanted any more, to cancel at once. */
export const LEARN_LISTS: ChangeKind<Learning, readonly VenueOrder[]> = {
  name: 'LEARN_LISTS',
  take: learn,
};

function learn(
  draft: TradeDraft,
  { index, entryMark, absence, reviewed }: Learning,
): readonly VenueOrder[] {
  const reportOf = (order: TaggedOrder) => reportFor(order, index);
  if (reviewed !== null)
    for (const entry of lateEntries(draft.orders, reportOf, absence.askedAt))
      reviveLateEntry(draft, entry, reviewed);
  const open = draft.orders.filter((order) => !isFinal(order.status));
  const landed = draft.orders.filter(({ swap }) => awaitsFinality(swap));
  const reports: OrderReport[] = [];
  const late = lateTags(draft.orders, reportOf);
  for (const order of draft.orders) {
    const report = reportOf(order);
    const ended = isFinal(order.status);
    if (report && (!ended || isLate(order, report) || late.has(order.tag)))
      reports.push({ orderId: order.id, report });
  }
  applyReports(draft, reports, reportContext(draft, entryMark));
  recordCorrections(draft, reportOf);
  for (const { id } of open) {
    const report = reports.find(({ orderId }) => orderId === id)?.report;
    if (report) {
      applyPresence(draft, id);
      askAgain(draft, draft.order(id), report);
      noteLanding(draft, id, report);
    } else if (!isListed(draft.order(id), index)) missOrder(draft, id, index, absence);
  }
  followLandings(draft, landed, index, reportContext(draft, entryMark));
  return lateClosers(draft, reportOf, absence.askedAt);
}

/** Follows swaps that were booked from a block that could still vanish. */
function followLandings(
  draft: TradeDraft,
  landed: readonly Order[],
  index: VenueOrderIndex,
  context: ReportContext,
): void {
  for (const order of landed) {
    const report = reportFor(order, index);
    if (report ? isNewOfLanding(order, report) : isAbsent(order, index))
      followLanding(draft, order.id, report, context);
  }
}

function missOrder(
  draft: TradeDraft,
  id: Order['id'],
  index: VenueOrderIndex,
  absence: Absence,
): void {
  if (VENUES[draft.trade.venue].absence === 'LISTS') return applyAbsence(draft, id, absence);
  const proven = isAbsent(draft.order(id), index);
  applySwapAbsence(draft, id, { proven, askedAt: absence.askedAt });
}

function recordCorrections(
  draft: TradeDraft,
  reportOf: (order: TaggedOrder) => VenueOrder | null,
): void {
  for (const order of draft.orders) {
    const report = reportOf(order);
    if (report) recordCorrection(draft, order.id, report);
  }
}

/** A cancel that the venue does not know is sent again by the planner. */
function askAgain(draft: TradeDraft, order: Order, report: VenueOrder): void {
  if (!order.cancelRequested || isFinal(order.status)) return;
  if (report.cancelPending) return;
  if (isOverdue(order, draft.orders, draft.at)) return recordOverdue(draft, order);
  draft.setOrder(order.id, { cancelRequested: false });
  draft.record(
    'CANCEL_REQUESTED',
    `${describeOrder(order)} still works at the venue: asked again to go.`,
  );
}
