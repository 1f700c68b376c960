import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Equity } from '../../../server/domain/instrument/instrument.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import {
  isStale,
  markOf,
  untrustedReason,
  WrongInstrumentQuote,
} from '../../../server/domain/market/mark-rules.ts';
import {
  NO_GREEKS,
  type EquityQuote,
  type OptionQuote,
} from '../../../server/domain/market/quote.ts';

const NOW = new Date('2026-03-20T15:00:00Z');
const contract = parseOccSymbol('SPY260327C00560000')!;
const stock: Equity = { assetClass: 'EQUITY', symbol: 'SPY', underlying: 'SPY', multiplier: 1 };
const priceTag = {
  last: null,
  volume: null,
  source: 'simulated',
  sourceTime: NOW,
  receivedAt: NOW,
  delayed: false,
};

describe('a mark', () => {
  it.each([
    ['BUY_TO_OPEN', '1.2'],
    ['SELL_TO_OPEN', '1.3'],
  ] as const)('of what %s opened is the side that closes it', (side, price) => {
    const mark = markOf(optionQuote(), contract, side);
    expect(mark.price?.toFixed()).toBe(price);
    expect(mark.mid?.toFixed()).toBe('1.25');
    expect(mark).toMatchObject({ delta: 0.4, source: 'simulated', delayed: false });
    expect(mark.underlyingPrice?.toFixed()).toBe('555.5');
  });

  it('of a share has no greeks', () => {
    expect(markOf(equityQuote(), stock, 'BUY')).toMatchObject({
      ...NO_GREEKS,
      underlyingPrice: null,
    });
  });

  it('without the closing side has no price', () => {
    const mark = markOf(optionQuote({ bid: null }), contract, 'BUY_TO_OPEN');
    expect([mark.price, mark.mid, mark.ask?.toFixed()]).toEqual([null, null, '1.3']);
  });

  it.each([
    ["an option's from its stock's price", equityQuote(), contract],
    [
      "an option's from a stock price that carries its symbol",
      equityQuote({ symbol: contract.symbol }),
      contract,
    ],
    ["an option's from its neighbour", optionQuote({ symbol: 'SPY260327P00560000' }), contract],
    ["a stock's from its option", optionQuote(), stock],
    ["a stock's from another stock", equityQuote({ symbol: 'QQQ' }), stock],
  ])('is never %s', (_, quote, instrument) => {
    expect(() => markOf(quote, instrument, 'BUY')).toThrow(WrongInstrumentQuote);
  });

  it.each([
    ['heard 60 seconds ago, in real time', { receivedAt: ago(60) }, false],
    ['heard 61 seconds ago, in real time', { receivedAt: ago(61) }, true],
    ['unchanged for 15 minutes, and heard just now', { sourceTime: ago(900) }, false],
    ['unchanged for longer: its source may have stopped', { sourceTime: ago(901) }, true],
    ['heard 6 minutes ago, from a delayed source', { receivedAt: ago(360), delayed: true }, false],
    ['heard earlier, from a delayed source', { receivedAt: ago(361), delayed: true }, true],
    ['30 minutes old, from a delayed source', { sourceTime: ago(1800), delayed: true }, false],
    ['older, from a delayed source', { sourceTime: ago(1801), delayed: true }, true],
    ['without a receipt time, by its source', { sourceTime: ago(61), receivedAt: null }, true],
    ['without a source time, just received', { sourceTime: null, receivedAt: ago(5) }, false],
    ['without a source time, received long ago', { sourceTime: null, receivedAt: ago(61) }, true],
    ['without any time', { sourceTime: null, receivedAt: null }, true],
  ])('%s: stale is %s', (_, change, stale) => {
    const mark = { ...markOf(optionQuote(), contract, 'BUY_TO_OPEN'), ...change };
    expect(isStale(mark, NOW)).toBe(stale);
  });
});

describe('a quote that may neither fill nor trigger', () => {
  it.each([
    ['no bid', optionQuote({ bid: null }), 'No bid'],
    ['no ask', optionQuote({ ask: null }), 'No ask'],
    ['neither', optionQuote({ bid: null, ask: null }), 'No bid and no ask'],
    ['a bid of zero', optionQuote({ bid: dec(0) }), 'The bid is zero'],
    ['an ask of zero', optionQuote({ ask: dec(0) }), 'The ask is zero'],
    [
      'a crossed market',
      equityQuote({ bid: dec('556') }),
      'Crossed market: bid 556 above ask 555.6',
    ],
    [
      'a locked option',
      optionQuote({ bid: dec('1.3') }),
      'Locked market: bid and ask are both 1.3',
    ],
    [
      'an ask above ten bids',
      optionQuote({ bid: dec('0.1'), ask: dec('1.01') }),
      'Ask 1.01 is more than 10 times the bid 0.1',
    ],
    [
      'a quote not heard again',
      optionQuote({ receivedAt: ago(75) }),
      'The quote is 75 s old, more than the 60 s allowed',
    ],
    [
      'a quote that stopped changing',
      optionQuote({ sourceTime: ago(1000) }),
      'The quote has not changed for 1000 s, more than the 900 s allowed',
    ],
  ])('states its reason: %s', (_, quote, reason) => {
    expect(untrustedReason(quote, NOW)).toBe(reason);
  });

  it.each([
    ['an ordinary option quote', optionQuote()],
    ['an ask of exactly ten bids', optionQuote({ bid: dec('0.1'), ask: dec(1) })],
    ['a locked stock, which is common', equityQuote({ bid: dec('555.6') })],
    ['a quiet option that its venue quotes right now', optionQuote({ sourceTime: ago(600) })],
    ['a delayed quote of its usual age', optionQuote({ sourceTime: ago(900), delayed: true })],
  ])('is not %s', (_, quote) => {
    expect(untrustedReason(quote, NOW)).toBeNull();
  });
});

function optionQuote(change: Partial<OptionQuote> = {}): OptionQuote {
  return {
    ...priceTag,
    assetClass: 'OPTION',
    symbol: contract.symbol,
    bid: dec('1.2'),
    ask: dec('1.3'),
    openInterest: 10,
    greeks: { ...NO_GREEKS, delta: 0.4 },
    underlyingPrice: dec('555.5'),
    ...change,
  };
}

function equityQuote(change: Partial<EquityQuote> = {}): EquityQuote {
  return {
    ...priceTag,
    assetClass: 'EQUITY',
    symbol: 'SPY',
    bid: dec('555.5'),
    ask: dec('555.6'),
    ...change,
  };
}

function ago(seconds: number): Date {
  return new Date(NOW.getTime() - seconds * 1000);
}
