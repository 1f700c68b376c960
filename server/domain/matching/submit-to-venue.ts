import { isBuy } from '../order/order.ts';
import { buyingPower, openingCost } from './buying-power.ts';
import { closingReason, openingReason } from './holdings-reason.ts';
import { bookedOrder, reservePrice } from './booked-order.ts';
import { malformedReason } from './submission-form.ts';
import { isClosing, type VenueState } from './venue-state.ts';
import type { SubmittedOrder, VenueSubmission, VenueTerms } from './venue-submission.ts';

export type SubmitResult =
  | { readonly state: VenueState; readonly id: string; readonly refusal: null }
  | { readonly state: VenueState; readonly id: null; readonly refusal: string };

/** Takes a submission into the book, or refuses it in the venue's words. Nothing is matched yet. */
export function submitToVenue(
  state: VenueState,
  submission: VenueSubmission,
  terms: VenueTerms,
): SubmitResult {
  const refusal = refusalOf(state, submission, terms);
  if (refusal !== null) return { state, id: null, refusal };
  const parentId = submission.shape === 'SINGLE' ? null : String(state.nextId);
  const firstLeg = parentId === null ? state.nextId : state.nextId + 1;
  const booked = submission.orders.map((order, leg) =>
    bookedOrder(order, leg, { id: String(firstLeg + leg), parentId, submission, terms }),
  );
  return {
    state: {
      ...state,
      nextId: firstLeg + booked.length,
      orders: [...state.orders, ...booked],
    },
    id: parentId ?? String(firstLeg),
    refusal: null,
  };
}

function refusalOf(
  state: VenueState,
  submission: VenueSubmission,
  terms: VenueTerms,
): string | null {
  const { instrument, orders } = submission;
  const malformed = malformedReason(submission);
  if (malformed) return malformed;
  if (!terms.quote) return `${instrument.symbol} is not traded here.`;
  const [first] = orders;
  if (!first) return 'An order has at least one leg.';
  const standing = submission.shape === 'OTOCO' ? [first] : orders;
  for (const order of standing) {
    const wrongStop = stopReason(order, terms);
    if (wrongStop) return wrongStop;
  }
  if (isClosing(first)) return closingReason(state, instrument, first);
  const needed = openingCost(
    instrument.symbol,
    first.side,
    first.quantity,
    reservePrice(first, terms.quote),
  );
  if (needed.greaterThan(buyingPower(state, terms.funds))) {
    return 'You do not have enough buying power for this trade.';
  }
  return openingReason(state, instrument, first);
}

function stopReason(order: SubmittedOrder, { quote }: VenueTerms): string | null {
  if (!order.stopPrice) return null;
  if (isBuy(order.side)) {
    const through = quote?.ask && order.stopPrice.lessThanOrEqualTo(quote.ask);
    return through ? 'A buy order must have a Stop price greater than the Ask price.' : null;
  }
  const through = quote?.bid && order.stopPrice.greaterThanOrEqualTo(quote.bid);
  return through ? 'A sell order must have a Stop price less than the Bid price.' : null;
}
