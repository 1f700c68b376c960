import { describe, expect, it } from 'vitest';
import {
  describeMandate,
  describeUse,
  draftOf,
  faultsOf,
  inputOf,
  mayTrade,
} from '../../../client/settings/mandate-draft.ts';

const EMPTY = { symbols: '', maxOrderCost: '', maxExposure: '', maxTradesPerDay: '' };
const MINT = 'DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263';

describe('the bounds that are typed for a token', () => {
  it('are none while nothing is typed', () => {
    expect(inputOf(EMPTY)).toBeNull();
    expect(inputOf({ ...EMPTY, symbols: ' , ', maxExposure: ' ' })).toBeNull();
    expect(draftOf(null)).toEqual(EMPTY);
  });

  it('are sent as typed, and shown as they are stored', () => {
    const typed = { symbols: 'spy, BRK.B;QQQ', maxOrderCost: ' 99.50', maxExposure: '' };
    const input = inputOf({ ...typed, maxTradesPerDay: '0' });
    expect(input).toEqual({
      ...{ symbols: ['spy', 'BRK.B', 'QQQ'], maxOrderCost: '99.50', maxExposure: null },
      maxTradesPerDay: 0,
    });
    const stored = { ...input!, symbols: ['SPY', 'BRK/B', 'QQQ'] };
    const shown = { symbols: 'SPY BRK/B QQQ', maxOrderCost: '99.50', maxExposure: '' };
    expect(draftOf(stored)).toEqual({ ...shown, maxTradesPerDay: '0' });
  });

  it('say what is wrong with a number', () => {
    expect(faultsOf(EMPTY)).toEqual({});
    const wrong = { maxOrderCost: '5oo', maxExposure: '-1', maxTradesPerDay: '1.5' };
    expect(Object.keys(faultsOf({ ...EMPTY, ...wrong }))).toEqual(Object.keys(wrong));
    const right = { maxOrderCost: '500', maxExposure: ' 0.5 ', maxTradesPerDay: '12' };
    expect(faultsOf({ ...EMPTY, ...right })).toEqual({});
  });
});

it('a mandate is told in words', () => {
  const none = { symbols: null, maxOrderCost: null, maxExposure: null, maxTradesPerDay: null };
  expect(describeMandate({ ...none, maxTradesPerDay: 1 })).toBe('1 trade a day');
  const whole = { symbols: ['SPY', MINT], maxOrderCost: '500', maxExposure: '2000.5' };
  expect(describeMandate({ ...whole, maxTradesPerDay: 5 })).toMatch(
    /^only SPY, Dez.*263 · \$500.00 an order · \$2,000.50 at work · 5 trades a day$/,
  );
});

it('a token trades by either scope of a book', () => {
  expect([mayTrade(['READ']), mayTrade(['ADMIN']), mayTrade([])]).toEqual([false, false, false]);
  expect([mayTrade(['TRADE_PAPER']), mayTrade(['READ', 'TRADE_REAL'])]).toEqual([true, true]);
});

it('what is used and left of a mandate is told of each book that the token trades or has traded in', () => {
  const mandate = { symbols: null, maxOrderCost: null, maxExposure: '1000', maxTradesPerDay: 5 };
  const use = (mode: 'PAPER' | 'REAL', exposure: string, placedToday: number) => ({
    ...{ mode, exposure, placedToday },
  });
  const token = {
    ...{ id: 't', name: 'bot', scopes: ['TRADE_PAPER' as const], createdAt: '', mandate },
    mandateUse: [use('PAPER', '250.5', 3), use('REAL', '0', 0)],
  };
  const paper = 'PAPER: $250.50 of $1,000.00 at work, $749.50 left · 3 of 5 trades today';
  expect(describeUse(token)).toEqual([paper]);
  const lowered = { ...token, mandateUse: [use('PAPER', '0', 0), use('REAL', '1200', 1)] };
  expect(describeUse(lowered)[1]).toBe(
    'REAL: $1,200.00 of $1,000.00 at work, $200.00 over · 1 of 5 trades today',
  );
  expect(describeUse({ ...token, mandate: { ...mandate, maxExposure: null } })).toEqual([
    'PAPER: 3 of 5 trades today',
  ]);
  const symbols = { ...mandate, symbols: ['SPY'], maxExposure: null, maxTradesPerDay: null };
  expect(describeUse({ ...token, mandate: symbols })).toEqual([]);
  expect(describeUse({ ...token, mandate: null, mandateUse: [] })).toEqual([]);
});
