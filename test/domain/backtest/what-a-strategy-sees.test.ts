import { describe, expect, it } from 'vitest';
import { aggregate } from '../../../server/domain/bars/aggregate.ts';
import { randomOf } from '../../../server/domain/backtest/random.ts';
import { newYorkInstant } from '../../../server/domain/calendar/new-york-time.ts';
import type { StrategyDefinition } from '../../../server/domain/strategy/definition.ts';
import {
  barsOf,
  kindOf,
  quotesOf,
  ran,
  script,
  TEN,
  type Row,
} from '../../support/values/backtests.ts';

const MINUTE = 60_000;
const flat = (n: number, from = 100): Row[] =>
  Array.from({ length: n }, (_, i) => [from + i, from + i, from + i, from + i]);

/** A strategy that records what it is called with, and what it can look at then. */
function witness(into: string[], symbol = 'SPY'): StrategyDefinition {
  return kindOf(() => ({
    onBar: (bar, desk) => {
      const known = desk
        .history(symbol, 100)
        .map(({ close }) => close)
        .join(' ');
      const minutes = (at: Date) => (at.getTime() - TEN) / MINUTE;
      into.push(`${bar.symbol} ${minutes(bar.at)} seen ${minutes(desk.now)}: ${known}`);
    },
  }));
}

describe('a bar', () => {
  it('is seen once, at its end, with all that came before it and nothing later', () => {
    const seen: string[] = [];
    ran(witness(seen), { bars: [barsOf(flat(3))] });
    expect(seen).toEqual([
      'SPY 0 seen 1: 100',
      'SPY 1 seen 2: 100 101',
      'SPY 2 seen 3: 100 101 102',
    ]);
  });

  it('before the run only warms up: it fills the history, calls nothing and draws no number', () => {
    const seen: string[] = [];
    ran(witness(seen), { bars: [barsOf(flat(4))] }, { from: TEN + 2 * MINUTE });
    expect(seen).toEqual(['SPY 2 seen 3: 100 101 102', 'SPY 3 seen 4: 100 101 102 103']);
    const drawn: number[] = [];
    const draws = kindOf(() => ({ onBar: (_, desk) => void drawn.push(desk.random()) }));
    ran(draws, { bars: [barsOf(flat(4))] }, { from: TEN + 3 * MINUTE, seed: 7 });
    expect(drawn).toEqual([randomOf(7)()]);
    expect(randomOf(8)()).not.toBe(randomOf(7)());
  });

  it('begins the run where its start is the first instant, and ends it before the last', () => {
    const seen: string[] = [];
    const within = { from: TEN + MINUTE, to: TEN + 3 * MINUTE };
    const report = ran(witness(seen), { bars: [barsOf(flat(5))] }, within);
    expect(seen.map((line) => line.slice(0, 5))).toEqual(['SPY 1', 'SPY 2']);
    expect(report.bars).toBe(2);
  });

  it('of a day that is under way is in no history, though it began before the run', () => {
    const seen: string[] = [];
    const day = newYorkInstant('2024-03-12', 0).getTime();
    const daily = barsOf(
      [
        [1, 9, 1, 5],
        [6, 9, 6, 8],
      ],
      { symbol: 'QQQ', interval: 'ONE_DAY', start: day - 86_400_000 },
    );
    const minutes = barsOf(flat(2));
    const symbols = ['SPY', 'QQQ'];
    const long = aggregate(minutes, 'ONE_DAY', 'EQUITY');
    expect(long.at[0]).toBe(day);
    const definition = witness(seen, 'QQQ');
    ran(definition, { bars: [minutes, daily] }, { symbols, interval: 'ONE_DAY', from: day });
    expect(seen).toEqual(['QQQ -600 seen 360: 5 8', 'SPY -600 seen 360: 5 8']);
  });

  it('that is under way when the run begins is not known before its end', () => {
    const known: number[][] = [];
    const looks = kindOf(() => ({
      onBar: () => void known.push([]),
      onQuote: (_, desk) => void known.push(desk.history('QQQ', 9).map(({ close }) => close)),
    }));
    const hours = barsOf(flat(2), { symbol: 'QQQ', interval: 'ONE_HOUR' });
    const quote = { symbol: 'SPY', bid: '1', ask: '1.01' };
    const quotes = quotesOf([80, 119, 120].map((n) => ({ ...quote, at: TEN + n * MINUTE })));
    const input = {
      symbols: ['SPY', 'QQQ'],
      interval: 'ONE_HOUR',
      from: TEN + 70 * MINUTE,
    } as const;
    ran(looks, { bars: [hours], quotes }, input);
    expect(known).toEqual([[100], [100], [100]]);
  });

  it('that was open already when an order was placed does nothing to it', () => {
    const [spy, qqq] = [{ interval: 'ONE_HOUR' }, { symbol: 'QQQ', interval: 'ONE_HOUR' }] as const;
    const bars = [
      barsOf(flat(3), spy),
      barsOf(
        [
          [100, 100, 80, 100],
          [100, 100, 99, 100],
        ],
        { ...qqq, start: TEN + 30 * MINUTE },
      ),
    ];
    const limit = { orderType: 'LIMIT', limitPrice: 90 } as const;
    const asks = script({
      0: (desk) => desk.enter({ symbol: 'QQQ', side: 'BUY', quantity: '1', ...limit }),
    });
    const input = { symbols: ['SPY', 'QQQ'], interval: 'ONE_HOUR' } as const;
    expect(ran(asks, { bars }, input).openPositions).toEqual([]);
  });

  it('of an hour is built from minutes, and seen at the hour’s end', () => {
    const seen: string[] = [];
    const rows: Row[] = [...flat(2), [200, 200, 200, 200, 40], [300, 300, 300, 300, 30]];
    const { bars } = ran(witness(seen), { bars: [barsOf(rows)] }, { interval: 'FIFTEEN_MINUTES' });
    expect(seen).toEqual([
      'SPY 0 seen 15: 101',
      'SPY 30 seen 45: 101 200',
      'SPY 60 seen 75: 101 200 300',
    ]);
    expect(bars).toBe(4);
  });

  it('is refused in an interval finer than the data has, and for a symbol without data', () => {
    const hours = barsOf(flat(2), { interval: 'ONE_HOUR' });
    expect(() => ran(script({}), { bars: [hours] })).toThrow('no bars of SPY');
    expect(() =>
      ran(script({}), { bars: [hours] }, { symbols: ['QQQ'], interval: 'ONE_HOUR' }),
    ).toThrow('QQQ');
  });

  it('of several symbols at one instant comes in the order of symbols, whatever the data’s', () => {
    const seen: string[] = [];
    const two = [barsOf(flat(2)), barsOf(flat(2), { symbol: 'AAPL' })];
    for (const bars of [two, [...two].reverse()])
      ran(witness(seen), { bars }, { symbols: ['SPY', 'AAPL'] });
    expect(seen.map((line) => line.slice(0, 6))).toEqual([...order(), ...order()]);
    function order() {
      return ['AAPL 0', 'SPY 0 ', 'AAPL 1', 'SPY 1 '];
    }
  });
});

it('bars and quotes have instants as dates, prices as numbers, and no field beyond those that are told of', () => {
  const told: unknown[] = [];
  const definition = kindOf(() => ({
    onBar: (bar) => void told.push(bar),
    onQuote: (quote) => void told.push(quote),
  }));
  const quote = { symbol: 'SPY', bid: '1', ask: '1.01', iv: 0.25, delta: 0.5 };
  const quotes = quotesOf([{ ...quote, at: TEN }]);
  ran(definition, { bars: [barsOf([[100.5, '101.25', 99, 100]])], quotes });
  expect(told).toStrictEqual([
    {
      ...{ symbol: 'SPY', at: new Date(TEN), bid: 1, ask: 1.01, iv: 0.25, delta: 0.5 },
      underlyingPrice: null,
    },
    {
      ...{ symbol: 'SPY', at: new Date(TEN), open: 100.5, high: 101.25, low: 99, close: 100 },
      volume: 100,
    },
  ]);
});

describe('a fill', () => {
  it('is told with its price and instant, and what is asked in answer meets the next bar', () => {
    const told: unknown[] = [];
    const definition = kindOf(() => {
      let n = 0;
      return {
        onBar: ({ symbol }, desk) => {
          n += 1;
          if (n === 1) desk.enter({ symbol, side: 'BUY', quantity: '2' });
        },
        onFill: (fill, desk) => {
          told.push({ ...fill, position: desk.position('SPY'), cash: desk.cash });
          if (fill.side === 'BUY') desk.exit(fill.symbol);
        },
      };
    });
    const { trades } = ran(definition, { bars: [barsOf(flat(3))] });
    const fill = { symbol: 'SPY', quantity: '2' };
    expect(told).toEqual([
      {
        ...fill,
        side: 'BUY',
        price: 101,
        at: new Date(TEN + MINUTE),
        position: { quantity: '2', averagePrice: 101 },
        cash: '99798',
      },
      {
        ...fill,
        side: 'SELL',
        price: 102,
        at: new Date(TEN + 2 * MINUTE),
        position: null,
        cash: '100002',
      },
    ]);
    expect(trades).toHaveLength(1);
  });

  it('that a strategy answers with another without end is an error', () => {
    const endless = kindOf(() => ({
      onQuote: ({ symbol }, desk) => desk.enter({ symbol, side: 'BUY', quantity: '1' }),
      onFill: ({ symbol }, desk) => desk.enter({ symbol, side: 'BUY', quantity: '1' }),
    }));
    const quotes = quotesOf([{ symbol: 'SPY', at: TEN, bid: '1', ask: '1.01' }]);
    expect(() => ran(endless, { quotes }, { interval: null, cash: '1000000' })).toThrow(
      '10000 orders',
    );
  });
});
