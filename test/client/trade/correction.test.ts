import { describe, expect, it } from 'vitest';
import { verbOf } from '../../../client/figures/alert-looks.ts';
import type { TradeDetailFragment } from '../../../client/gql/graphql.ts';
import {
  cashOf,
  describeCorrection,
  isOfPrice,
  waiting,
} from '../../../client/trade/correction.ts';

type Order = TradeDetailFragment['orders'][number];
type Correction = NonNullable<Order['correction']>;

const correction = (parts: object = {}) =>
  ({
    ...{ averagePrice: '1.45', filledQuantity: '3', bookedPrice: '1.55', toldAt: '' },
    ...{ take: null, note: null, settledAt: null, settledBy: null, ...parts },
  }) as Correction;
const order = (parts: object = {}) =>
  ({ role: 'ENTRY', filledQuantity: '3', correction: correction(), ...parts }) as Order;
const LONG = { side: 'BUY_TO_OPEN', multiplier: 100 } as const;

describe('a corrected fill on the page of its trade', () => {
  it('shows both prices, and who decided what', () => {
    expect(describeCorrection(correction())).toBe(
      'The venue corrected it to 3 at 1.45; the book has 1.55.',
    );
    const settled = { take: 'VENUE', note: 'the confirm', settledBy: 'user:ada' };
    expect(describeCorrection(correction(settled))).toBe(
      'The venue corrected it to 3 at 1.45; booked instead of 1.55, by ada: “the confirm”',
    );
    expect(describeCorrection(correction({ ...settled, take: 'OURS' }))).toContain(
      'the book keeps 1.55',
    );
  });

  it('waits until somebody has decided', () => {
    expect(waiting(order())).not.toBeNull();
    expect(waiting(order({ correction: correction({ take: 'OURS' }) }))).toBeNull();
    expect(waiting(order({ correction: null }))).toBeNull();
  });

  it('says how the venue’s price changes cash, for entries and exits, long and short', () => {
    const cash = (of: Order, side: 'BUY_TO_OPEN' | 'SELL_TO_OPEN' = 'BUY_TO_OPEN') =>
      cashOf({ ...LONG, side }, of, correction())?.toFixed();
    expect(cash(order())).toBe('30');
    expect(cash(order({ role: 'TAKE_PROFIT' }))).toBe('-30');
    expect(cash(order(), 'SELL_TO_OPEN')).toBe('-30');
    expect(cashOf(LONG, order(), correction({ averagePrice: null }))).toBeNull();
  });

  it('offers the venue’s price only when the quantity is the same', () => {
    expect(isOfPrice(order(), correction())).toBe(true);
    expect(isOfPrice(order(), correction({ filledQuantity: '2' }))).toBe(false);
  });

  it('opens from its alert, for a closed trade too', () => {
    const trade = { status: 'TP_HIT', phase: 'CLOSED' };
    expect(verbOf({ kind: 'FILL_CORRECTED', tradeId: 'paper_1', trade })).toEqual({
      label: 'Settle it',
      href: '/trades/paper_1?do=correction',
    });
  });
});
