import { Decimal, ZERO } from '../decimal.ts';
import type { Quote } from '../market/quote.ts';
import { isBuy } from '../order/order.ts';
import { expiryOfOrder } from './venue-day.ts';
import type { BookedOrder } from './venue-state.ts';
import type { SubmittedOrder, VenueSubmission, VenueTerms } from './venue-submission.ts';

/** The price at which buying power is reserved: the limit, or the price at which the order would trade now. */
export function reservePrice(order: SubmittedOrder, quote: Quote | null): Decimal {
  if (order.limitPrice) return order.limitPrice;
  const market = (isBuy(order.side) ? quote?.ask : quote?.bid) ?? ZERO;
  return order.stopPrice ? Decimal.max(order.stopPrice, market) : market;
}

/** One leg of a submission in the venue's book, before any matching. */
export function bookedOrder(
  order: SubmittedOrder,
  leg: number,
  book: {
    readonly id: string;
    readonly parentId: string | null;
    readonly submission: VenueSubmission;
    readonly terms: VenueTerms;
  },
): BookedOrder {
  const { submission, terms } = book;
  const held = submission.shape === 'OTOCO' && leg > 0;
  return {
    id: book.id,
    parentId: book.parentId,
    shape: submission.shape,
    tag: submission.tag,
    symbol: submission.instrument.symbol,
    role: order.role,
    side: order.side,
    type: order.type,
    timeInForce: order.timeInForce,
    status: held ? 'HELD' : 'OPEN',
    quantity: order.quantity,
    filledQuantity: ZERO,
    filledValue: ZERO,
    lastFillAt: null,
    limitPrice: order.limitPrice,
    stopPrice: order.stopPrice,
    triggered: false,
    ...{ fillModel: submission.fillModel, fillFit: submission.fillFit },
    reservePrice: reservePrice(order, terms.quote),
    expiresAt: held ? null : expiryOfOrder(order.timeInForce, terms.now),
    createdAt: terms.now,
    changedAt: terms.now,
  };
}
