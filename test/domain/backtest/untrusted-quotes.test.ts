import { describe, expect, it } from 'vitest';
import { barsOf, kindOf, quotesOf, ran, TEN } from '../../support/values/backtests.ts';

const MINUTE = 60_000;

describe('an order of a backtest', () => {
  it.each([
    ['15 minutes old', 15 * MINUTE, '10.4'],
    ['older than PAPER trusts', 15 * MINUTE + 1, '20.4'],
  ])('meets a quote that is %s', (_, age, price) => {
    const waits = kindOf(() => ({
      onBar: (_bar, desk) => desk.enter({ symbol: 'QQQ', side: 'BUY', quantity: '1' }),
    }));
    const bars = [barsOf([[50, 50, 50, 50]])];
    const quotes = [
      { symbol: 'QQQ', at: TEN + MINUTE - age, bid: '10', ask: '10.4' },
      { symbol: 'QQQ', at: TEN + 2 * MINUTE, bid: '20', ask: '20.4' },
    ];
    const report = ran(waits, { bars, quotes: quotesOf(quotes) });
    expect(report.openPositions[0]!.costBasis).toBe(price);
    const told = report.warnings.filter((text) => text.includes('more than 15 minutes old'));
    expect(told).toHaveLength(price === '20.4' ? 1 : 0);
  });

  it('closes at the next trusted quote what was to close on none, and not as a stop', () => {
    const closes = kindOf(() => {
      let n = 0;
      return {
        onQuote: ({ symbol }, desk) => {
          n += 1;
          const bracket = { stopLoss: 9, takeProfit: 12 };
          if (n === 1) desk.enter({ symbol, side: 'BUY', quantity: '1', bracket });
          if (n === 2) desk.exit(symbol);
        },
      };
    });
    const quotes = [
      { symbol: 'SPY', at: TEN, bid: '10', ask: '10.4' },
      { symbol: 'SPY', at: TEN + MINUTE, bid: null, ask: '10.4' },
      { symbol: 'SPY', at: TEN + 2 * MINUTE, bid: '8', ask: '8.2' },
    ];
    const { trades } = ran(closes, { quotes: quotesOf(quotes) }, { interval: null });
    expect(trades).toMatchObject([{ exitPrice: '8', closeReason: 'MANUAL_CLOSE' }]);
  });
});
