import type { Decimal } from '../../domain/decimal.ts';
import { venueInstrument } from '../../domain/matching/venue-state.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { VenuePosition } from '../../domain/order/venue-order.ts';

/**
 * Dollars that a position would fetch, negative for a short: long at the bid, short at the ask, at cost
 * without a quote.
 */
export function worthOf(position: VenuePosition, quote: Quote | undefined): Decimal {
  const price = position.quantity.greaterThan(0) ? quote?.bid : quote?.ask;
  if (!price) return position.costBasis;
  return position.quantity.times(price).times(venueInstrument(position.symbol).multiplier);
}
