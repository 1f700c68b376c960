import { describeOrder } from '../order/describe-order.ts';
import type { OrderId } from '../ids.ts';
import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import { awaitsFinality } from '../order/prepared-swap.ts';
import type { VenueOrder } from '../order/venue-order.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { ABSENT_SYNCS } from './settle-unknown.ts';
import { takeFills, type ReportContext } from './take-fills.ts';

/** Whether a look brings news of a swap whose block may still vanish. */
export function isNewOfLanding(
  { swap, status, absentSyncs }: Order,
  report: VenueOrder | null,
): boolean {
  if (!swap || !report) return false;
  if (absentSyncs > 0 || hasTurned(status, report)) return true;
  const { landed } = report;
  if (!landed) return false;
  return (
    landed.finalizedAt !== null ||
    landed.slot !== swap.slot ||
    (swap.solPrice === null && landed.solPrice !== null)
  );
}

/** Stores where a swap landed, once its report is booked: a report that waits for a price comes again. */
export function noteLanding(draft: TradeDraft, orderId: OrderId, report: VenueOrder): void {
  const { swap, status } = draft.order(orderId);
  if (swap && report.landed && isFinal(status))
    draft.setOrder(orderId, { swap: { ...swap, ...report.landed }, absentSyncs: 0 });
}

/**
 * Looks again at a swap that was booked from a block that could still vanish. `report` null: one whole look
 * found it in no block; two such looks hand the trade to a person.
 */
export function followLanding(
  draft: TradeDraft,
  orderId: OrderId,
  report: VenueOrder | null,
  context: ReportContext,
): void {
  const order = draft.order(orderId);
  if (!awaitsFinality(order.swap)) return;
  if (!report) return vanish(draft, order);
  if (hasTurned(order.status, report))
    return review(draft, order, `is ${report.rawStatus} now, after it was booked otherwise`);
  takeFills(draft, orderId, report, context);
  noteLanding(draft, orderId, report);
  if (report.landed?.finalizedAt)
    draft.record('ORDER_FINAL', `${describeOrder(order)} is final in slot ${report.landed.slot}.`);
  else draft.record('ORDER_FINAL', `${describeOrder(order)} is in slot ${report.landed?.slot}.`);
}

function hasTurned(status: Order['status'], report: VenueOrder): boolean {
  return (status === 'FILLED') !== (report.status === 'FILLED');
}

function vanish(draft: TradeDraft, order: Order): void {
  const absentSyncs = order.absentSyncs + 1;
  if (absentSyncs >= ABSENT_SYNCS)
    return review(draft, order, `was booked from slot ${order.swap?.slot} and has vanished`);
  draft.setOrder(order.id, { absentSyncs });
  const name = describeOrder(order);
  draft.record(
    'ORDER_UNKNOWN',
    `${name} was booked, and no block has it now; one more look decides.`,
  );
}

/** Hands the trade to a person: the chain has nothing more to say, and what it said before is in the log. */
function review(draft: TradeDraft, order: Order, what: string): void {
  const { swap } = order;
  if (swap) draft.setOrder(order.id, { swap: { ...swap, slot: null }, absentSyncs: 0 });
  draft.askForReview(`The swap of the ${describeOrder(order)} ${what}: compare the wallet.`);
}
