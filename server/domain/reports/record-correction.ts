import type { OrderId } from '../ids.ts';
import type { FillCorrection } from '../order/fill-correction.ts';
import { isCorrection, sameFigures, waitingCorrection } from '../order/is-correction.ts';
import type { VenueOrder } from '../order/venue-order.ts';
import { describeOrder } from '../order/describe-order.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';

/**
 * Records that the venue corrects a booked fill, once for each correction. No money moves and the trade goes
 * on: a person decides which figures are right, and the position is not in doubt.
 */
export function recordCorrection(draft: TradeDraft, orderId: OrderId, report: VenueOrder): void {
  const order = draft.order(orderId);
  if (!isCorrection(order, report) || !order.averagePrice) return;
  const { averagePrice, filledQuantity } = report;
  const booked = `${order.filledQuantity.toFixed()} at ${order.averagePrice.toFixed()}`;
  if (sameFigures(order, report)) {
    draft.setOrder(orderId, { correction: null });
    endAlert(draft);
    draft.record(
      'FILL_CORRECTED',
      `The venue lists the ${describeOrder(order)} as it is booked again: ${booked}.`,
    );
    return;
  }
  const correction: FillCorrection = {
    ...{ averagePrice, filledQuantity, bookedPrice: order.averagePrice, toldAt: draft.at },
    ...{ take: null, note: null, settledAt: null, settledBy: null },
  };
  draft.setOrder(orderId, { correction });
  const message = `The venue now lists the ${describeOrder(order)} as ${listed(correction)}. The book has ${booked}.`;
  draft.alert('FILL_CORRECTED', 'WARNING', message, `${orderId} ${listed(correction)}`);
  draft.record('FILL_CORRECTED', message);
}

/** Ends the alert, which belongs to the trade, once none of its orders waits. */
export function endAlert(draft: TradeDraft): void {
  if (!draft.orders.some(waitingCorrection)) draft.resolve('FILL_CORRECTED');
}

/** Quantity and average price in words. */
export function listed({ filledQuantity, averagePrice }: FillCorrection): string {
  return `${filledQuantity.toFixed()} at ${averagePrice?.toFixed() ?? 'no price'}`;
}
