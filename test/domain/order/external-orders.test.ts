import { describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import { externalOrders } from '../../../server/domain/order/external-orders.ts';
import type { VenueOrder } from '../../../server/domain/order/venue-order.ts';
import { anOrder } from '../../support/values/builders.ts';

const OWN = anOrder({ venueOrderId: '8', venueParentId: '7', tag: 'ours' });

function listed(parts: Partial<VenueOrder>): VenueOrder {
  const nothing = { tag: null, symbol: null, side: null, type: null, averagePrice: null };
  const terms = { limitPrice: null, stopPrice: null, quantity: dec(1), filledQuantity: ZERO };
  const open = {
    status: 'OPEN',
    rawStatus: 'open',
    cancelPending: false,
    shape: 'SINGLE',
    reason: null,
  } as const;
  const order = { ...nothing, ...terms, ...open, venueOrderId: '99', createdAt: null };
  return { ...order, changedAt: null, legs: [], ...parts };
}
const leg = (status: VenueOrder['status']) => listed({ venueOrderId: '100', status });

describe('an order that the venue lists', () => {
  it.each<[string, Partial<VenueOrder>]>([
    ['by its id, though the venue omits its tag', { venueOrderId: '8' }],
    ['by its parent’s id', { venueOrderId: '7', legs: [leg('OPEN')] }],
    ['by its tag, before its id is known', { tag: 'ours' }],
    ['by its end', { status: 'CANCELED' }],
    ['by the end of all its legs', { status: 'OPEN', legs: [leg('FILLED'), leg('CANCELED')] }],
  ])('is not external, judged %s', (_, parts) => {
    expect(externalOrders([listed(parts)], [OWN])).toEqual([]);
  });

  it.each<[string, Partial<VenueOrder>]>([
    ['works under another tag', { tag: 'theirs' }],
    ['works without a tag', {}],
    ['has filled in part', { status: 'PARTIALLY_FILLED' }],
    ['is held', { status: 'HELD' }],
    ['has a leg that works', { status: 'FILLED', legs: [leg('FILLED'), leg('OPEN')] }],
  ])('is external when it %s', (_, parts) => {
    expect(externalOrders([listed(parts)], [OWN])).toHaveLength(1);
  });
});
