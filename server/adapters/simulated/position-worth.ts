import type { Decimal } from '../../domain/decimal.ts';
import { venueInstrument } from '../../domain/matching/venue-state.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { VenuePosition } from '../../domain/order/venue-order.ts';

/** Dollars that a position would fetch, a short one negative: long at the bid, short at the ask, at cost where nobody quotes it. */
export function worthOf(position: VenuePosition, quote: Quote | undefined): Decimal {
  const price = position.quantity.greaterThan(0) ? quote?.bid : quote?.ask;
  if (!price) return position.costBasis;
  return position.quantity.times(price).times(venueInstrument(position.symbol).multiplier);
}
