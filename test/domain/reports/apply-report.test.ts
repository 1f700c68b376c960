import { describe, expect, it } from 'vitest';
import { dec, ZERO, type Decimal } from '../../../server/domain/decimal.ts';
import type { VenueOrder } from '../../../server/domain/order/venue-order.ts';
import { applyReports } from '../../../server/domain/reports/apply-report.ts';
import { TradeDraft } from '../../../server/domain/trade/trade-draft.ts';
import { anOrder, aTrade } from '../../support/values/builders.ts';

const NOW = new Date('2026-03-10T16:00:00Z');
const CONTEXT = { feeFor: () => ZERO, entryMark: null };

describe('a report of a filled entry', () => {
  it('waits for the rest when it has no execution', () => {
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

  it('ends no trade, though the venue dates it after the exit that did', () => {
    const entry = anOrder({ status: 'ACCEPTED', venueOrderId: '7' });
    const exit = {
      role: 'STOP_LOSS',
      side: 'SELL_TO_CLOSE',
      type: 'STOP',
      limitPrice: null,
    } as const;
    const stop = anOrder({
      ...entry,
      ...exit,
      id: 'stop',
      venueOrderId: '8',
      stopPrice: dec('1.00'),
    });
    const draft = TradeDraft.of({ trade: aTrade(), orders: [entry, stop] }, NOW, 'venue');
    const earlier = new Date(NOW.getTime() - 1000);
    const sold = { ...filled(stop.quantity, dec('0.98')), venueOrderId: '8', changedAt: earlier };
    const reports = [
      { orderId: entry.id, report: filled(entry.quantity, dec('1.50')) },
      { orderId: stop.id, report: sold },
    ];
    applyReports(draft, reports, CONTEXT);
    expect(draft.trade).toMatchObject({ status: 'SL_HIT', phase: 'CLOSED', closedAt: earlier });
  });
});

function filled(filledQuantity: Decimal, averagePrice: Decimal | null): VenueOrder {
  return {
    venueOrderId: '7',
    tag: null,
    shape: 'SINGLE',
    status: 'FILLED',
    rawStatus: 'filled',
    cancelPending: false,
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
