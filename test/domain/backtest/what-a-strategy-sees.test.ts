import { describe, expect, it } from 'vitest';
import { aggregate } from '../../../server/domain/bars/aggregate.ts';
import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';
import { lookAhead } from '../../../server/domain/backtest/look-ahead.ts';
import { randomOf } from '../../../server/domain/backtest/random.ts';
import { newYorkInstant } from '../../../server/domain/calendar/new-york-time.ts';
import type { StrategyDefinition } from '../../../server/domain/strategy/strategy.ts';
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

/** Writes down what it is called with, and what it could look at then. */
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

describe('the future', () => {
  const rows: Row[] = Array.from({ length: 120 }, (_, i) => {
    const price = 100 + Math.round(10 * Math.sin(i / 7));
    return [price, price + 1, price - 1, price];
  });
  const bars = barsOf(rows);

  /** Buys when the last close is above the mean of ten, sells when it is below. */
  const honest = kindOf(() => ({
    onBar: ({ symbol, close }, desk) => {
      const past = desk.history(symbol, 10);
      const mean = past.reduce((sum, bar) => sum + bar.close, 0) / past.length;
      if (close > mean && !desk.position(symbol))
        desk.enter({ symbol, side: 'BUY', quantity: '1' });
      if (close < mean && desk.position(symbol)) desk.exit(symbol);
    },
  }));

  /** Looks at the bar after the one that it is shown. */
  const cheater = (data: BarColumns) =>
    kindOf(() => ({
      onBar: ({ symbol, at }, desk) => {
        const next = data.at.indexOf(at.getTime()) + 1;
        const rises = data.close[next]! > data.close[next - 1]!;
        if (rises && !desk.position(symbol)) desk.enter({ symbol, side: 'BUY', quantity: '1' });
        if (!rises && desk.position(symbol)) desk.exit(symbol);
      },
    }));

  const decisionsOf = (definition: StrategyDefinition, columns: BarColumns) =>
    ran(definition, { bars: [columns] }).decisions;

  it('cut off changes no decision before it, and a cheater’s', () => {
    const data = { bars: [bars], quotes: null };
    const fair = decisionsOf(honest, bars);
    expect(fair.length).toBeGreaterThan(5);
    expect(lookAhead(data, fair, (cut) => decisionsOf(honest, cut.bars[0]!), 100)).toBeNull();
    const unfair = decisionsOf(cheater(bars), bars);
    const again = (cut: typeof data) => decisionsOf(cheater(cut.bars[0]!), cut.bars[0]!);
    expect(lookAhead(data, unfair, (cut) => again(cut as typeof data))).not.toBeNull();
  });

  it('perturbed changes nothing before it, and a cheater is caught', () => {
    for (const middle of [20, 61, 100]) {
      const other = perturbed(bars, middle);
      const known = bars.at[middle]!;
      const before = (definition: StrategyDefinition, columns: BarColumns) =>
        decisionsOf(definition, columns).filter(({ at }) => at <= known);
      expect(before(honest, other)).toEqual(before(honest, bars));
    }
    const differs = Array.from({ length: 100 }, (_, i) => i + 10).some((middle) => {
      const other = perturbed(bars, middle);
      const upTo = ({ at }: { at: number }) => at <= bars.at[middle]!;
      const [one, two] = [decisionsOf(cheater(bars), bars), decisionsOf(cheater(other), other)];
      return JSON.stringify(one.filter(upTo)) !== JSON.stringify(two.filter(upTo));
    });
    expect(differs).toBe(true);
  });

  it('shifted by a bar shifts every decision of an honest strategy by a bar', () => {
    const later = { ...bars, at: bars.at.map((at) => at + MINUTE) };
    const moved = decisionsOf(honest, bars).map(({ at, by, asked }) => ({
      at: at + MINUTE,
      by: by + MINUTE,
      asked,
    }));
    expect(decisionsOf(honest, later)).toEqual(moved);
  });
});

/** The same bars up to one of them, and others of half the price from there on. */
function perturbed(bars: BarColumns, from: number): BarColumns {
  const change = (column: Float64Array) =>
    column.map((units, i) => (i < from ? units : Math.round((i % 3 === 0 ? 0.5 : 2) * units)));
  return {
    ...bars,
    open: change(bars.open),
    high: change(bars.high),
    low: change(bars.low),
    close: change(bars.close),
  };
}
