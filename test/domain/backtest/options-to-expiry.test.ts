import { describe, expect, it } from 'vitest';
import type { BacktestInput } from '../../../server/domain/backtest/backtest-input.ts';
import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';
import { newYorkInstant } from '../../../server/domain/calendar/new-york-time.ts';
import type { OrderSide } from '../../../server/domain/order/order.ts';
import { barsOf, kindOf, quotesOf, ran } from '../../support/values/backtests.ts';

const CALL = 'SPY240315C00500000';
const PUT = 'SPY240315P00500000';
const HALF_DAY = 'SPY241129C00500000';
const at = (date: string, minutes: number) => newYorkInstant(date, minutes).getTime();
const CLOSE = at('2024-03-15', 960);

/** Minute bars of the underlying that end at this close. */
function spy(close: number, date = '2024-03-15', last = 959): BarColumns {
  return barsOf(
    [
      [500, 500, 500, 500],
      [close, close, close, close, 2],
    ],
    { start: at(date, last - 2) },
  );
}

interface Leg {
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity?: string;
}

/** Enters each leg at its first quote, and holds it. */
function held(
  legs: readonly Leg[],
  bars: readonly BarColumns[],
  input: Partial<BacktestInput> = {},
) {
  const waiting = new Map(legs.map((leg) => [leg.symbol, leg]));
  const definition = kindOf(() => ({
    onQuote: ({ symbol }, desk) => {
      const leg = waiting.get(symbol);
      if (leg) desk.enter({ quantity: '1', ...leg });
      waiting.delete(symbol);
    },
  }));
  const symbols = legs.map(({ symbol }) => symbol);
  const quote = { bid: '2', ask: '2.1', at: at('2024-03-14', 600) };
  const quotes = quotesOf(
    legs.map(({ symbol }) => ({
      ...quote,
      ...(symbol === 'SPY' ? { bid: '500', ask: '500' } : {}),
      symbol,
    })),
  );
  return ran(definition, { bars, quotes }, { symbols, to: at('2024-03-20', 0), ...input });
}

describe('an option that is held to its expiry', () => {
  it.each([
    ['0.01 above the strike', 500.01, 'EXPIRED_ITM', '0.01'],
    ['at the strike', 500, 'EXPIRED_OTM', '0'],
    ['below it', 499, 'EXPIRED_OTM', '0'],
  ] as const)('of a call at a close %s ends as it is worth', (_, close, closeReason, exitPrice) => {
    const { trades } = held([{ symbol: CALL, side: 'BUY' }], [spy(close)]);
    expect(trades[0]).toMatchObject({
      closeReason,
      exitPrice,
      exitAt: CLOSE,
      entryPrice: '2.1',
      side: 'BUY_TO_OPEN',
    });
  });

  it('is exercised into shares at the close, as far as the cash pays for them', () => {
    const { trades, openPositions, endCash } = held([{ symbol: CALL, side: 'BUY' }], [spy(510)]);
    expect(trades).toHaveLength(1);
    expect(openPositions).toEqual([
      { symbol: 'SPY', quantity: '100', costBasis: '51000', price: '510' },
    ]);
    expect(endCash).toBe('49790');
    const poor = held([{ symbol: CALL, side: 'BUY' }], [spy(510)], { cash: '40000' });
    expect(poor.openPositions).toEqual([]);
    expect(poor.endCash).toBe('40790');
  });

  it('is assigned into shares, whose cash was set aside', () => {
    const { openPositions, endEquity } = held([{ symbol: PUT, side: 'SELL' }], [spy(490)]);
    expect(openPositions).toEqual([
      { symbol: 'SPY', quantity: '100', costBasis: '49000', price: '490' },
    ]);
    expect(endEquity).toBe('99200');
    const two = held([{ symbol: PUT, side: 'SELL', quantity: '2' }], [spy(490)], { cash: '99999' });
    expect(two.warnings).toContain(`The cash does not pay for an entry in ${PUT}: it is not made`);
    expect(two.trades).toEqual([]);
  });

  it('gives the shares that cover it, and pays the rest', () => {
    const legs: Leg[] = [
      { symbol: 'SPY', side: 'BUY', quantity: '150' },
      { symbol: CALL, side: 'SELL' },
    ];
    const { trades, openPositions, warnings } = held(legs, [spy(510)]);
    expect(openPositions).toMatchObject([{ symbol: 'SPY', quantity: '50', costBasis: '25000' }]);
    expect(trades).toMatchObject([{ symbol: CALL, closeReason: 'EXPIRED_ITM', netPnl: '-800' }]);
    expect(warnings.join()).not.toContain('sold short');
  });

  it('needs the money for the shares where a short call has no cover, and says so', () => {
    const { warnings, trades } = held([{ symbol: CALL, side: 'SELL' }], [spy(490)]);
    expect(warnings).toContain(`${CALL} is sold short without shares that cover it`);
    expect(trades).toMatchObject([{ closeReason: 'EXPIRED_OTM', netPnl: '200' }]);
    expect(held([{ symbol: CALL, side: 'SELL' }], [spy(490)], { cash: '49999' }).trades).toEqual(
      [],
    );
  });

  it('ends at 13:00 on a half-day', () => {
    const legs: Leg[] = [{ symbol: HALF_DAY, side: 'BUY' }];
    const { trades } = held(legs, [spy(505, '2024-11-29', 779)], { to: at('2024-12-02', 0) });
    expect(trades[0]).toMatchObject({ exitAt: at('2024-11-29', 780), exitPrice: '5' });
  });

  it('goes by the daily bar’s close before that of the last minute', () => {
    const daily = barsOf([[500, 520, 490, 507]], {
      interval: 'ONE_DAY',
      start: at('2024-03-15', 0),
    });
    expect(held([{ symbol: CALL, side: 'BUY' }], [spy(505), daily]).trades[0]!.exitPrice).toBe('7');
    const late = barsOf(
      [
        [505, 505, 505, 505],
        [509, 509, 509, 509],
      ],
      { start: at('2024-03-15', 959) },
    );
    expect(held([{ symbol: CALL, side: 'BUY' }], [late]).trades[0]!.exitPrice).toBe('5');
  });

  it('stays open without an official close, and after the run’s end', () => {
    const other = held([{ symbol: CALL, side: 'BUY' }], [spy(510, '2024-03-14')]);
    expect(other.trades).toEqual([]);
    expect(other.openPositions).toMatchObject([{ symbol: CALL, price: '2' }]);
    expect(other.warnings).toContain(`${CALL} is not settled: no close of SPY is known`);
    const early = held([{ symbol: CALL, side: 'BUY' }], [spy(510)], { to: at('2024-03-15', 900) });
    expect(early.openPositions).toMatchObject([{ symbol: CALL }]);
    expect(early.warnings.join()).not.toContain('settled');
  });

  it.each([
    ['quotes alone are traded', null],
    ['its bars are longer than those traded', 'ONE_MINUTE'],
  ] as const)('brings shares where %s, at the daily close', (_, interval) => {
    const daily = barsOf([[500, 520, 490, 510]], {
      interval: 'ONE_DAY',
      start: at('2024-03-15', 0),
    });
    const { openPositions } = held([{ symbol: CALL, side: 'BUY' }], [daily], { interval });
    expect(openPositions).toEqual([
      { symbol: 'SPY', quantity: '100', costBasis: '51000', price: '510' },
    ]);
  });

  it('is not sold after its last trade, whatever its last quote says', () => {
    const OPENING = 'SPX240315C05000000';
    const late = kindOf(() => ({
      onQuote: ({ symbol }, desk) => desk.enter({ symbol, side: 'BUY', quantity: '1' }),
      onBar: (_, desk) => desk.exit(OPENING),
    }));
    const quotes = quotesOf([
      { symbol: OPENING, bid: '20', ask: '20.1', at: at('2024-03-14', 600) },
    ]);
    const morning = barsOf([[5_100, 5_100, 5_100, 5_100]], {
      symbol: 'SPX',
      start: at('2024-03-15', 600),
    });
    const input = { symbols: [OPENING, 'SPX'], to: at('2024-03-20', 0) };
    const { trades, warnings } = ran(late, { bars: [morning], quotes }, input);
    expect(trades).toMatchObject([{ closeReason: 'EXPIRED_ITM', exitPrice: '100' }]);
    expect(warnings).toContain(`An exit of ${OPENING} is refused: it trades no more`);
  });

  it('is not stopped by a bar that begins after its last trade, nor entered in one', () => {
    const OPENING = 'SPX240315C05000000';
    const last = barsOf(
      [
        [20, 20, 20, 20],
        [20, 20, 20, 20],
      ],
      { symbol: OPENING, start: at('2024-03-14', 970) },
    );
    const day = barsOf(
      [
        [5, 5, 5, 5],
        [1, 1, 1, 1],
      ],
      { symbol: OPENING, start: at('2024-03-15', 600) },
    );
    const part = (of: 'at' | 'open' | 'high' | 'low' | 'close' | 'volume') =>
      Float64Array.from([...last[of], ...day[of]]);
    const both = {
      ...last,
      ...{ at: part('at'), open: part('open'), high: part('high'), low: part('low') },
      ...{ close: part('close'), volume: part('volume') },
    };
    let n = 0;
    const stops = kindOf(() => ({
      onBar: ({ symbol }, desk) => {
        n += 1;
        const entry = { symbol, side: 'BUY', quantity: '1' } as const;
        if (n === 1) desk.enter({ ...entry, bracket: { stopLoss: 10 } });
        if (n === 2) desk.enter({ ...entry, orderType: 'LIMIT', limitPrice: 2 });
      },
    }));
    const spx = barsOf([[5_100, 5_100, 5_100, 5_100]], {
      symbol: 'SPX',
      start: at('2024-03-15', 959),
    });
    const input = { symbols: [OPENING], to: at('2024-03-20', 0) };
    const { trades, warnings } = ran(stops, { bars: [both, spx] }, input);
    expect(trades).toMatchObject([{ closeReason: 'EXPIRED_ITM', exitPrice: '100' }]);
    expect(warnings).toContain(`An order in ${OPENING} never filled before it expired`);
  });

  it('costs what the paper book’s schedule says, and nothing when it ends', () => {
    const { trades } = held([{ symbol: CALL, side: 'BUY' }], [spy(510)], { fees: null });
    expect(trades[0]!.fees).toBe('0.35');
  });
});
