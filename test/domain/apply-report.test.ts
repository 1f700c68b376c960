import { describe, expect, it } from 'vitest';
import { dec, ZERO, type Decimal } from '../../server/domain/decimal.ts';
import type { VenueOrder } from '../../server/domain/order/venue-order.ts';
import { applyReports } from '../../server/domain/trade/apply-report.ts';
import { TradeDraft } from '../../server/domain/trade/trade-draft.ts';
import { anOrder, aTrade } from '../support/builders.ts';

const NOW = new Date('2026-03-10T16:00:00Z');
const CONTEXT = { feeFor: () => ZERO, entryMark: null };

describe('a report of a filled entry', () => {
  it('that tells of nothing executed waits for the rest of the news', () => {
    const entry = anOrder({ role: 'ENTRY', status: 'ACCEPTED', venueOrderId: '7' });
    const draft = TradeDraft.of({ trade: aTrade(), orders: [entry] }, NOW, 'venue');
    applyReports(draft, [{ orderId: entry.id, report: filled(ZERO, null) }], CONTEXT);
    expect(draft.trade).toMatchObject({ status: 'PENDING', phase: 'PENDING' });
    expect(draft.order(entry.id).status).toBe('ACCEPTED');
    const whole = filled(entry.quantity, dec('1.50'));
    applyReports(draft, [{ orderId: entry.id, report: whole }], CONTEXT);
    expect(draft.trade.status).toBe('OPEN');
    expect(draft.trade.openQuantity).toEqual(entry.quantity);
  });
});

function filled(filledQuantity: Decimal, averagePrice: Decimal | null): VenueOrder {
  return {
    venueOrderId: '7',
    tag: null,
    shape: 'SINGLE',
    status: 'FILLED',
    rawStatus: 'filled',
    symbol: null,
    side: null,
    type: null,
    quantity: null,
    filledQuantity,
    averagePrice,
    limitPrice: null,
    stopPrice: null,
    reason: null,
    createdAt: null,
    changedAt: NOW,
    legs: [],
  };
}
