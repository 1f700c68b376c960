import { describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import type { VenueOrder } from '../../../server/domain/order/venue-order.ts';
import { applyReports } from '../../../server/domain/reports/apply-report.ts';
import { TradeDraft } from '../../../server/domain/trade/trade-draft.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aToken, anOpenTrade, anOrder, aTrade } from '../../support/values/builders.ts';
import { aVenueOrder } from '../../support/values/venue-orders.ts';

const SCHEDULE = dec('0.65');
const TOKEN = aToken();
/** 100 dollars for a number of tokens that has no finite price. */
const QUANTITY = dec('4498201.798301');

function draftOf(trade: Trade, order: Order): TradeDraft {
  return TradeDraft.of({ trade, orders: [order] }, NOON, 'venue');
}

function report(draft: TradeDraft, parts: Partial<VenueOrder>): void {
  const [{ id: orderId } = { id: '' }] = draft.orders;
  const told = aVenueOrder({ venueOrderId: '7', changedAt: NOON, ...parts });
  const context = { feeFor: () => SCHEDULE, entryMark: null };
  applyReports(draft, [{ orderId, report: told }], context);
}

const sent = (parts: Partial<Order> = {}) =>
  anOrder({ status: 'SUBMITTED', venueOrderId: '7', quantity: QUANTITY, ...parts });
const swapped: Partial<VenueOrder> = {
  ...{ status: 'FILLED', filledQuantity: QUANTITY, filledValue: dec(100) },
  ...{ averagePrice: dec(100).div(QUANTITY), fees: dec('0.0123') },
};

describe('a fill whose value the venue tells', () => {
  const bought = draftOf(aTrade({ instrument: TOKEN, quantity: QUANTITY }), sent());
  report(bought, swapped);

  it('costs exactly that and the fee that was named, whatever the price is', () => {
    const { trade } = bought;
    expect(trade.entryCost.toFixed()).toBe('100');
    expect(trade.fees.toFixed()).toBe('0.0123');
    expect(trade.cashFlow.toFixed()).toBe('-100.0123');
    const [fill] = bought.orders[0]!.fills;
    expect(fill?.price.toFixed()).toBe('0.000022231105780486');
    expect(fill?.value.toFixed()).toBe('100');
  });

  it('brings exactly that when it is sold again', () => {
    const exit = sent({ role: 'CLOSE', side: 'SELL', id: 'out', venueOrderId: '7' });
    const sold = draftOf(bought.trade, exit);
    report(sold, { ...swapped, filledValue: dec('101.000001') });
    expect(sold.trade.openCost.toFixed()).toBe('0');
    expect(sold.trade.realizedPnl.toFixed()).toBe('1.000001');
    expect(sold.trade.cashFlow.toFixed()).toBe('0.975401');
  });

  it('is booked once, however often it is told', () => {
    const again = draftOf(bought.trade, bought.orders[0]!);
    report(again, swapped);
    expect(again.trade).toEqual(bought.trade);
  });
});

describe('a fill of which the venue tells the average price alone', () => {
  it('costs quantity times price, and the fee of the schedule', () => {
    const draft = draftOf(aTrade({ quantity: dec(3) }), sent({ quantity: dec(3) }));
    const told = { filledQuantity: dec(3), averagePrice: dec('1.3333333333333') };
    report(draft, { status: 'FILLED', ...told });
    expect(draft.orders[0]?.fills[0]?.price.toFixed()).toBe('1.3333333333');
    expect(draft.trade.entryCost.toFixed()).toBe('399.99999999');
    expect(draft.trade.fees).toEqual(SCHEDULE);
  });
});

describe('a fee without a fill', () => {
  const refused: Partial<VenueOrder> = { status: 'REJECTED', reason: '6001', fees: dec('0.0009') };
  const exit = sent({ role: 'CLOSE', side: 'SELL', quantity: dec(1) });

  it('is booked with the swap that failed, and once', () => {
    const draft = draftOf(anOpenTrade(), exit);
    report(draft, refused);
    expect(draft.trade.fees.toFixed()).toBe('0.0009');
    expect(draft.trade.openQuantity).toEqual(dec(1));
    expect(draft.events.map(({ type }) => type)).toContain('FEE_CHARGED');
    const again = draftOf(draft.trade, draft.order(exit.id));
    report(again, refused);
    expect(again.trade.fees.toFixed()).toBe('0.0009');
  });

  it('is booked when it is told after the order has ended', () => {
    const draft = draftOf(anOpenTrade(), { ...exit, status: 'REJECTED' });
    report(draft, { ...refused, fees: ZERO });
    expect(draft.events).toEqual([]);
    report(draft, refused);
    expect(draft.trade.cashFlow.toFixed()).toBe('-150.0009');
    expect(draft.order(exit.id).namedFees.toFixed()).toBe('0.0009');
  });
});
