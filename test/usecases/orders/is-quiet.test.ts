import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import type { VenueRules } from '../../../server/ports/broker.ts';
import { isQuiet } from '../../../server/usecases/orders/is-quiet.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { anOpenTrade, anOrder } from '../../support/values/builders.ts';

const RULES: VenueRules = {
  ...{ minExitGap: dec('0.01'), alwaysOpen: true, listsCurrentDayOnly: false },
  ...{ marketEntryInBracket: true, mixedDurations: true, standingExits: true },
  loneExitWithEntry: 'NONE',
  restingOrders: true,
};
const ENTRY = anOrder({ status: 'FILLED', filledQuantity: dec(1) });
const STOP = anOrder({
  ...{ id: 'paper_stop', role: 'STOP_LOSS', side: 'SELL_TO_CLOSE', type: 'STOP' },
  ...{ status: 'ACCEPTED', stopPrice: dec('1.00'), limitPrice: null, tag: 'exits' },
  venueOrderId: 'venue-stop',
});
const ADJUSTED: Order['adjustment'] = {
  ...{ quantity: dec(1), stopPrice: dec('0.50'), limitPrice: null, toldAt: NOON },
  ...{ comparedAt: null, choice: null, note: null, settledAt: null, settledBy: null },
};

function quiet(trade: Partial<Trade>, stop: Partial<Order> = {}): boolean {
  const bracket = { stopLoss: dec('1.00'), takeProfit: null, stopLimit: null };
  const orders = [ENTRY, { ...STOP, ...stop }];
  return isQuiet({ trade: anOpenTrade({ bracket, ...trade }), orders }, RULES, NOON);
}

describe('a trade as it was read', () => {
  it('is quiet while its exits are placed as wanted, or on their way', () => {
    expect(quiet({})).toBe(true);
    expect(quiet({}, { status: 'SUBMITTED' })).toBe(true);
    expect(quiet({ status: 'NEEDS_REVIEW' })).toBe(true);
  });

  it('is not quiet when something must be sent, moved or canceled', () => {
    expect(quiet({}, { status: 'CANCELED' })).toBe(false);
    expect(quiet({ openQuantity: dec(2) })).toBe(false);
    const wantedBracket = { stopLoss: dec('1.20'), takeProfit: null, stopLimit: null };
    expect(quiet({ wantedBracket })).toBe(false);
    expect(quiet({ phase: 'CLOSED', status: 'MANUAL_CLOSE' })).toBe(false);
  });

  it('is not quiet when its account must be compared first', () => {
    expect(quiet({}, { adjustment: ADJUSTED })).toBe(false);
    expect(quiet({}, { adjustment: { ...ADJUSTED, comparedAt: NOON } })).toBe(true);
    const overfilled = { exitFilled: dec(2), exitedQuantity: dec(1) };
    const review = { status: 'NEEDS_REVIEW', closeReason: 'SL_HIT', ...overfilled } as const;
    expect(quiet(review)).toBe(false);
    expect(quiet({ ...review, closeReason: null })).toBe(true);
  });
});
