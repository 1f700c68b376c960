import { describe, expect, it } from 'vitest';
import type { TradeDetailFragment } from '../../../client/gql/graphql.ts';
import {
  adjustedExits,
  describeChange,
  isAdoptable,
  isCompared,
  waitingChange,
} from '../../../client/trade/adjusted.ts';
import { maySplit, wholeShares } from '../../../client/trade/split.ts';

type Order = TradeDetailFragment['orders'][number];
type Adjustment = NonNullable<Order['adjustment']>;

const changed = (parts: object = {}) =>
  ({
    ...{ quantity: '5', stopPrice: '1149.75', limitPrice: null, toldAt: '', comparedAt: 'then' },
    ...{ choice: null, note: null, settledAt: null, settledBy: null, ...parts },
  }) as Adjustment;
const stop = (parts: object = {}) =>
  ({
    ...{ id: 's', role: 'STOP_LOSS', status: 'ACCEPTED', quantity: '5', filledQuantity: '0' },
    ...{ stopPrice: '1150', limitPrice: null, adjustment: changed(), ...parts },
  }) as Order;
const held = (parts: object = {}) =>
  ({
    ...{ assetClass: 'EQUITY', status: 'NEEDS_REVIEW', openQuantity: '5', orders: [stop()] },
    ...parts,
  }) as TradeDetailFragment;

describe('an exit that the venue changed, on the page of its trade', () => {
  it('shows the desk’s terms beside the venue’s while it waits', () => {
    const exit = { id: 's', name: 'Stop', desk: '5 at 1,150.00', venue: '5 at 1,149.75' };
    expect(adjustedExits([stop()])).toEqual([exit]);
    expect(adjustedExits([stop({ adjustment: null })])).toEqual([]);
    expect(waitingChange(stop({ status: 'CANCELED' }))).toBeNull();
    expect(waitingChange(stop({ adjustment: changed({ choice: 'KEEP' }) }))).toBeNull();
  });

  it('takes a choice once the account was compared, and the venue’s only when its size matches the holding', () => {
    expect(isCompared([stop()])).toBe(true);
    expect(isCompared([stop({ adjustment: changed({ comparedAt: null }) })])).toBe(false);
    expect(isAdoptable(held())).toBe(true);
    const three = stop({ adjustment: changed({ quantity: '3' }) });
    expect(isAdoptable(held({ orders: [three] }))).toBe(false);
  });

  it('says afterwards who chose what', () => {
    const words = (parts: object) => describeChange(stop({ adjustment: changed(parts) }));
    expect(words({})).toBe('The venue changed it to 5 at 1,149.75.');
    const ada = { settledBy: 'user:ada', note: 'the dividend' };
    expect(words({ ...ada, choice: 'ADOPT' })).toMatch(/accepted by ada: “the dividend”$/);
    expect(words({ ...ada, choice: 'KEEP' })).toContain('the desk’s was restored by ada');
    expect(describeChange(stop({ adjustment: null }))).toBeNull();
  });
});

describe('a split form', () => {
  it('is offered for held shares under review', () => {
    expect(maySplit(held())).toBe(true);
    expect(maySplit(held({ assetClass: 'OPTION' }))).toBe(false);
    expect(maySplit(held({ status: 'OPEN' }))).toBe(false);
    expect(maySplit(held({ openQuantity: '0' }))).toBe(false);
  });

  it('takes whole shares from 1 to 1000', () => {
    expect([' 10 ', '1', '1000'].map(wholeShares)).toEqual([10, 1, 1000]);
    expect(['', '0', '1.5', '1001', '-1', 'x'].map(wholeShares)).toEqual(Array(6).fill(null));
  });
});
