import { ZERO } from '../../../server/domain/decimal.ts';
import type { VenueOrder } from '../../../server/domain/order/venue-order.ts';

/** A single order as a venue reports it: open, and nothing else known. */
export function aVenueOrder(parts: Partial<VenueOrder> = {}): VenueOrder {
  return {
    venueOrderId: 'venue-1',
    tag: null,
    shape: 'SINGLE',
    status: 'OPEN',
    rawStatus: 'open',
    cancelPending: false,
    symbol: null,
    side: null,
    type: null,
    quantity: null,
    filledQuantity: ZERO,
    averagePrice: null,
    limitPrice: null,
    stopPrice: null,
    reason: null,
    createdAt: null,
    changedAt: null,
    legs: [],
    ...parts,
  };
}
