import { sameDecimal } from '../decimal.ts';
import type { FillCorrection } from './fill-correction.ts';
import { isFinal } from './order-status.ts';
import type { Order } from './order.ts';
import type { VenueOrder } from './venue-order.ts';

/** The fields of a listed order that say how it filled. */
type Listed = Pick<VenueOrder, 'averagePrice' | 'filledQuantity'>;

/** The correction that waits for a person, if any. */
export function waitingCorrection({ correction }: Order): FillCorrection | null {
  return correction && !correction.settledAt ? correction : null;
}

/** Whether the report corrects booked fills in a new way, or takes back a correction that waits. */
export function isCorrection(order: Order, report: VenueOrder): boolean {
  if (!order.averagePrice || order.filledQuantity.isZero()) return false;
  if (report.shape === 'UNRECOGNISED' || report.status === 'UNRECOGNISED') return false;
  if (sameFigures(order, report)) return waitingCorrection(order) !== null;
  if (order.correction && sameFigures(order.correction, report)) return false;
  return isOtherPrice(order, report) || isFewer(order, report);
}

/** Whether the venue lists the same fills. */
export function sameFigures(ours: Listed, theirs: Listed): boolean {
  return (
    ours.filledQuantity.equals(theirs.filledQuantity) &&
    sameDecimal(ours.averagePrice, theirs.averagePrice)
  );
}

function isOtherPrice(order: Order, { averagePrice, filledQuantity }: Listed): boolean {
  return averagePrice !== null && filledQuantity.equals(order.filledQuantity);
}

/** Whether part of a final fill was taken back. When all of it is, the comparison of positions finds it. */
function isFewer(order: Order, { averagePrice, filledQuantity }: Listed): boolean {
  const fewer = filledQuantity.lessThan(order.filledQuantity);
  return isFinal(order.status) && fewer && averagePrice !== null;
}
