import { describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import { openQuestions } from '../../../server/domain/trade/open-questions.ts';
import type { Doubt } from '../../../server/domain/trade/doubt.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { UNANSWERABLE, unanswerableOf } from '../../../server/domain/trade/unanswerable.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import {
  AAPL,
  aClosedTrade,
  aMark,
  anOpenTrade,
  anOrder,
  aToken,
  aTrade,
} from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const asked = (trade: Trade, orders: readonly Order[] = []) =>
  openQuestions({ trade, orders }, NOON).map(({ question }) => question);

/** A held trade with a mark and protection, about which no question is open. */
const calm = (parts: Partial<Trade> = {}) => anOpenTrade({ mark: aMark(), ...parts });

const settlement = (delivery: 'AWAITED' | 'DELIVERED') => ({
  ...{ settledAt: NOON, price: dec(560), source: 'tradier', sourceTime: NOON },
  ...{ intrinsic: ZERO, shares: dec(100), delivery },
});

describe('open questions of a trade', () => {
  it('are none while everything is known', () => {
    expect(asked(calm())).toEqual([]);
    expect(asked(aTrade())).toEqual([]);
    expect(asked(aClosedTrade('180', '1', { notes: 'Took the gain.' }))).toEqual([]);
  });

  it('are asked once of orders that share their tag', () => {
    const exits = ['STOP_LOSS', 'TAKE_PROFIT'].map((id) => anOrder({ id, status: 'UNKNOWN' }));
    expect(asked(calm(), exits)).toEqual(['Did the order with tag tag-1 reach the venue?']);
  });

  const LISTED_OTHERWISE = {
    ...{ averagePrice: null, filledQuantity: ZERO, bookedPrice: dec(1), toldAt: NOON },
    ...{ take: null, note: null, settledAt: null, settledBy: null },
  };
  const MOVED = {
    ...{ quantity: dec(1), stopPrice: dec(1), limitPrice: null, toldAt: NOON },
    ...{ comparedAt: null, choice: null, note: null, settledAt: null, settledBy: null },
  };
  const aMinuteOld = aMark({ receivedAt: new Date(NOON.getTime() - 61_000) });
  const unsettled = { status: 'EXPIRED_ITM', settlement: settlement('AWAITED') } as const;

  it.each<[string, Trade]>([
    ['What is true of this trade?', calm({ status: 'NEEDS_REVIEW', reason: 'Both exits filled.' })],
    ['Who closes the position at its stop?', calm({ unprotectedSince: NOON })],
    ['At which price will it close?', calm({ status: 'CLOSING' })],
    ['What is it worth now?', anOpenTrade()],
    ['What is it worth now?', anOpenTrade({ mark: aMark({ price: null, bid: null }) })],
    ['What is it worth now?', anOpenTrade({ mark: aMinuteOld })],
    ['Where are the shares of its exercise or assignment?', aClosedTrade('0', '0', unsettled)],
    ['How far did the price go for it and against it?', calm({ excursionsComplete: false })],
    ['Why was it closed?', aClosedTrade('180', '1')],
    ['What did it really cost?', calm({ adoptedAt: NOON })],
  ])('ask: %s', (question, trade) => {
    expect(asked(trade)).toEqual([question]);
  });

  it.each<[string, Partial<Order>]>([
    ['Did the order with tag tag-1 reach the venue?', { status: 'UNKNOWN' }],
    ['At which price did the order with tag tag-1 fill?', { correction: LISTED_OTHERWISE }],
    ['Whose terms count for the exit with tag tag-1?', { adjustment: MOVED }],
  ])('ask of an order: %s', (question, parts) => {
    expect(asked(calm(), [anOrder(parts)])).toEqual([question]);
  });

  it('say what the account holds where that is the doubt', () => {
    const doubt: Doubt = {
      cause: 'SOMEBODY',
      ...{ ours: dec(2), theirs: dec(1), newShares: null, oldShares: null },
      ...{ successor: null, awaitsHistory: null, at: NOON },
    };
    const trade = calm({ status: 'NEEDS_REVIEW', reason: 'The account differs.', doubt });
    expect(openQuestions({ trade, orders: [] }, NOON)[0]?.why).toBe(
      'The account differs. The account holds 1, the book 2.',
    );
  });

  it('close once they are answered', () => {
    const delivered = settlement('DELIVERED');
    expect(asked(aClosedTrade('0', '0', { notes: 'x', settlement: delivered }))).toEqual([]);
    expect(asked(calm(), [anOrder({ status: 'FILLED' })])).toEqual([]);
  });
});

describe('what nobody can say of a trade', () => {
  const of = (trade: Trade) => unanswerableOf(trade).map(({ question }) => question);
  const WHAT_IF = 'What would have happened with another stop or target?';

  it('is nothing before it has filled', () => {
    expect(of(aTrade())).toEqual([]);
  });

  it('is what another stop had done, once it has ended', () => {
    expect(of(anOpenTrade())).not.toContain(WHAT_IF);
    expect(of(aClosedTrade('180', '1'))).toContain(WHAT_IF);
  });

  it('is a queue where there is a book of orders, and taxes where there is money', () => {
    const queue = 'How much stood in the order book, and where in the queue was the order?';
    expect(of(anOpenTrade({ instrument: AAPL }))).toContain(queue);
    expect(of(anOpenTrade({ instrument: aToken() }))).not.toContain(queue);
    expect(of(anOpenTrade())).not.toContain('What tax is due on it?');
    expect(of(anOpenTrade({ mode: 'REAL' }))).toContain('What tax is due on it?');
  });

  it('is what a venue had done with a simulated order, and what a strategy thought', () => {
    const real = 'How would a real venue have filled this order?';
    expect(of(anOpenTrade({ fillModel: 'TOUCH' }))).toContain(real);
    expect(of(anOpenTrade())).not.toContain(real);
  });

  it('each says why, and what comes nearest', () => {
    for (const { question, why, instead, about } of UNANSWERABLE) {
      expect(question).toMatch(/\?$/);
      expect(why.length).toBeGreaterThan(10);
      expect(instead.length).toBeGreaterThan(10);
      expect(about.length).toBeGreaterThan(0);
    }
  });
});
