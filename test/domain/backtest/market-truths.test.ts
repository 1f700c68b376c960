import { describe, expect, it } from 'vitest';
import { canonical } from '../../../server/domain/backtest/canonical.ts';
import { randomOf } from '../../../server/domain/backtest/random.ts';
import { cutOff } from '../../../server/domain/backtest/look-ahead.ts';
import { officialClose } from '../../../server/domain/bars/official-close.ts';
import { newYorkInstant } from '../../../server/domain/calendar/new-york-time.ts';
import type { StrategyDesk, StrategyEntry } from '../../../server/domain/strategy/strategy.ts';
import { barsOf, kindOf, quotesOf, ran, TEN, type Row } from '../../support/values/backtests.ts';

const MINUTE = 60_000;
const CALL = 'SPY240315C00500000';
const at = (minutes: number) => newYorkInstant('2024-03-15', minutes).getTime();
const entry = (quantity: string, symbol = 'SPY'): StrategyEntry => ({
  ...{ symbol, side: 'BUY', quantity },
});

/** A strategy that runs the step of each quote, by the quote's number from 0. */
function onQuotes(steps: Readonly<Record<number, (desk: StrategyDesk) => void>>) {
  return kindOf(() => {
    let n = -1;
    return {
      onQuote: (_, desk) => {
        n += 1;
        steps[n]?.(desk);
      },
    };
  });
}

describe('a run on quotes', () => {
  const quote = (minute: number, bid: string | null, ask: string, size = 100) => ({
    ...{ symbol: 'SPY', at: TEN + minute * MINUTE, bid, ask, bidSize: size, askSize: size },
  });

  it('hands over and meets the quote of its very first instant', () => {
    const buys = onQuotes({ 0: (desk) => desk.enter(entry('1')) });
    const quotes = quotesOf([quote(0, '10', '10.4')]);
    const { openPositions } = ran(buys, { quotes }, { interval: null, from: TEN });
    expect(openPositions).toMatchObject([{ costBasis: '10.4' }]);
  });

  it('leaves the size that an unpaid entry did not take to the next one', () => {
    const buys = onQuotes({ 0: (desk) => [desk.enter(entry('10')), desk.enter(entry('5'))] });
    const quotes = quotesOf([quote(0, null, '10'), quote(1, '9', '10', 10)]);
    const { openPositions } = ran(buys, { quotes }, { interval: null, cash: '60' });
    expect(openPositions).toMatchObject([{ quantity: '5', costBasis: '50' }]);
  });

  it('reports the averages of fills in parts, of the entry and of the exit', () => {
    const trades = onQuotes({
      0: (desk) => desk.enter(entry('10')),
      1: (desk) => desk.exit('SPY'),
    });
    const quotes = quotesOf([
      quote(0, '10', '10.4', 10),
      quote(1, '10', '10.4', 4),
      quote(2, '9', '9.4', 10),
    ]);
    const report = ran(trades, { quotes }, { interval: null });
    expect(report.trades).toMatchObject([{ entryPrice: '10.4', exitPrice: '9.4', netPnl: '-10' }]);
    const parts = onQuotes({ 0: (desk) => desk.enter(entry('10')), 2: (desk) => desk.exit('SPY') });
    const less = quotesOf([
      quote(0, '10', '10.4', 4),
      quote(1, '10', '10.9', 10),
      quote(2, '9', '9.4', 10),
    ]);
    const other = ran(parts, { quotes: less }, { interval: null });
    expect(other.trades).toMatchObject([{ entryPrice: '10.7', exitPrice: '9', netPnl: '-17' }]);
  });
});

describe('a contract at its end', () => {
  const quotes = (...minutes: number[]) =>
    quotesOf(minutes.map((each) => ({ symbol: CALL, at: at(each), bid: '2', ask: '2.1' })));
  const input = { symbols: [CALL, 'QQQ'], to: newYorkInstant('2024-03-20', 0).getTime() };

  it('of which nothing is held needs no close', () => {
    const { warnings } = ran(
      kindOf(() => ({})),
      { quotes: quotes(959) },
      { ...input, symbols: [CALL] },
    );
    expect(warnings.join()).not.toContain('is not settled');
  });

  it('is closed no more at the instant at which it stops trading', () => {
    const closes = (last: number) => {
      const bars = [barsOf([[400, 400, 400, 400]], { symbol: 'QQQ', start: at(last) })];
      const holds = kindOf(() => ({
        onQuote: (_, desk) => desk.position(CALL) ?? desk.enter(entry('1', CALL)),
        onBar: (_, desk) => desk.exit(CALL),
      }));
      return ran(holds, { bars, quotes: quotes(958) }, input);
    };
    expect(closes(958).trades).toMatchObject([{ exitPrice: '2', exitAt: at(959) }]);
    expect(closes(959).trades).toEqual([]);
  });
});

it('bars of several intervals: the longest that the interval can be built from fill', () => {
  const flat: Row = [100, 100, 100, 100];
  const rows = (n: number) => Array.from({ length: n }, () => flat);
  const fine = barsOf(rows(60));
  const coarse = barsOf(rows(12), { interval: 'FIVE_MINUTES' });
  const input = { interval: 'ONE_HOUR' } as const;
  for (const bars of [
    [fine, coarse],
    [coarse, fine],
  ])
    expect(
      ran(
        kindOf(() => ({})),
        { bars },
        input,
      ).bars,
    ).toBe(12);
});

it('the official close is that of the last bar in regular hours of whichever interval', () => {
  const minute = barsOf([[9, 9, 9, 9]], { start: at(959) });
  const hour = barsOf([[8, 8, 8, 8]], { interval: 'ONE_HOUR', start: at(930) });
  const other = barsOf([[7, 7, 7, 7]], { interval: 'FIVE_MINUTES', start: TEN });
  for (const series of [
    [minute, hour, other],
    [other, hour, minute],
  ])
    expect(officialClose(series, '2024-03-15')).toMatchObject({ units: 9, digits: 0 });
  expect(officialClose([other], '2024-03-15')).toBeNull();
});

it('data cut off at an instant keep its quotes and none after it', () => {
  const quotes = quotesOf(
    [0, 1, 2].map((n) => ({
      symbol: 'SPY',
      at: TEN + n * MINUTE,
      bid: '10',
      ask: '10.4',
      iv: 0.2,
    })),
  );
  const kept = (until: number) => cutOff({ bars: [], quotes }, until).quotes!;
  expect([kept(TEN + MINUTE).at.length, kept(TEN + MINUTE).iv!.length]).toEqual([2, 2]);
  expect(kept(TEN + MINUTE - 1).bid).toHaveLength(1);
  expect(kept(TEN + 9 * MINUTE).symbol).toHaveLength(3);
});

it('every bar of the data fills, whatever its hour and its day', () => {
  for (const start of ['2024-03-12T23:30:00-04:00', '2024-03-17T12:00:00-04:00']) {
    const bars = [
      barsOf(
        [
          [9, 9, 9, 9],
          [8, 8, 8, 8],
          [8, 8, 7, 7],
        ],
        { start: Date.parse(start) },
      ),
    ];
    const buys = kindOf(() => ({
      onBar: ({ symbol }, desk) =>
        desk.position(symbol) ?? desk.enter({ ...entry('1'), bracket: { stopLoss: 7.5 } }),
    }));
    const { trades } = ran(buys, { bars });
    expect(trades).toMatchObject([{ entryPrice: '8', exitPrice: '7.5', closeReason: 'SL_HIT' }]);
  }
});

it('progress is told every few bars, so that a slow strategy shows it', () => {
  const told: number[] = [];
  const rows = Array.from({ length: 200 }, (): Row => [100, 100, 100, 100]);
  ran(
    kindOf(() => ({})),
    { bars: [barsOf(rows)] },
    {},
    (bars) => told.push(bars),
  );
  expect(told[0]).toBeLessThanOrEqual(100);
});

it('one text for one value: what is left out, null and undefined are the same', () => {
  expect(canonical({ b: [null, undefined, 1], a: null })).toBe('{"b":[null,null,1]}');
});

it('chance is the same for the same seed on any machine', () => {
  const first = (seed: number) => {
    const next = randomOf(seed);
    return [next(), next(), next()];
  };
  expect(first(1)).toEqual([0.5374428329523653, 0.45416540931910276, 0.08243005652911961]);
  expect(first(2 ** 40 + 1)).toEqual([
    0.27835892979055643, 0.49376131035387516, 0.7321806629188359,
  ]);
});
