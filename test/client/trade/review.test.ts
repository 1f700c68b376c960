import { describe, expect, it } from 'vitest';
import type { TradeDetailFragment } from '../../../client/gql/graphql.ts';
import { Exact } from '../../../client/lib/exact.ts';
import { endings, moneyOfReview, needsPrice, typedPart } from '../../../client/trade/review.ts';

const NOON = Date.parse('2026-03-11T16:00:00Z');
const trade = (parts: object) =>
  ({
    side: 'BUY_TO_OPEN',
    phase: 'OPEN',
    multiplier: 100,
    openQuantity: '3',
    filledQuantity: '3',
    costBasis: '450',
    realizedPnl: '0',
    fees: '1.05',
    expiration: '2026-03-27',
    ...parts,
  }) as TradeDetailFragment;
const money = (parts: object, status: 'MANUAL_CLOSE' | 'OPEN' | 'EXPIRED_OTM', price?: string) => {
  const found = moneyOfReview(trade(parts), status, price ? new Exact(price) : null, null);
  return found && [found.cash.toFixed(), found.net.toFixed()];
};

describe('what a review does to the money', () => {
  it('sells a long position or buys back a short one, without a fee', () => {
    expect(money({}, 'MANUAL_CLOSE', '1.60')).toEqual(['480', '28.95']);
    const short = { side: 'SELL_TO_OPEN', costBasis: '-450' };
    expect(money(short, 'MANUAL_CLOSE', '1.60')).toEqual(['-480', '-31.05']);
  });

  it('includes what was earned before', () => {
    const half = { openQuantity: '1', costBasis: '150', realizedPnl: '40' };
    expect(money(half, 'MANUAL_CLOSE', '1.50')).toEqual(['150', '38.95']);
  });

  it('is nothing when it stays open, a total loss when it expired worthless, unknown without a price', () => {
    expect(money({}, 'OPEN')).toEqual(['0', '-1.05']);
    expect(money({}, 'EXPIRED_OTM')).toEqual(['0', '-451.05']);
    expect(money({}, 'MANUAL_CLOSE')).toBeNull();
  });
});

describe('how a review may end', () => {
  const offered = (parts: object) => endings(trade(parts), NOON).map(({ status }) => status);

  it('fits the book’s holding', () => {
    expect(offered({})).toEqual(['OPEN', 'MANUAL_CLOSE', 'SL_HIT', 'TP_HIT']);
    expect(offered({ openQuantity: '0', filledQuantity: '0' })).toEqual(['CANCELED', 'REJECTED']);
    expect(offered({ expiration: '2026-03-10' })).not.toContain('OPEN');
    expect(offered({ expiration: '2026-03-11' })).toEqual(
      expect.arrayContaining(['OPEN', 'EXPIRED_ITM', 'EXPIRED_OTM']),
    );
  });

  it('asks for a price when something is closed at one', () => {
    expect(needsPrice(trade({}), 'SL_HIT')).toBe(true);
    expect(needsPrice(trade({}), 'OPEN')).toBe(false);
    expect(needsPrice(trade({ openQuantity: '0' }), 'TP_HIT')).toBe(false);
  });
});

it('books a part of the holding at its share of the cost', () => {
  const two = { openQuantity: '4', filledQuantity: '4', costBasis: '600', realizedPnl: '0' };
  const of = trade({ ...two, fees: '1.40', side: 'BUY_TO_OPEN' });
  const found = moneyOfReview(of, 'MANUAL_CLOSE', new Exact('1.40'), new Exact(1));
  expect([found?.cash.toFixed(), found?.net.toFixed()]).toEqual(['140', '-11.4']);
});

it.each(['0', '5', '1.5', '-1', 'two', ''])('refuses a part of %j when four are held', (text) => {
  expect(typedPart(trade({ openQuantity: '4' }), text)).toBeNull();
  expect(typedPart(trade({ openQuantity: '4' }), '3')?.toFixed()).toBe('3');
});
