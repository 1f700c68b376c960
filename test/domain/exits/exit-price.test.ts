import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { exitSignal } from '../../../server/domain/exits/exit-signal.ts';
import { newBest } from '../../../server/domain/exits/follow-quote.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { anOpenTrade, SPY_CALL } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { optionQuote } from '../../support/fakes/option-market.ts';

const LONG = { bracket: { stopLoss: dec('1.50'), takeProfit: dec('3.00'), stopLimit: null } };
const SHORT = {
  side: 'SELL_TO_OPEN',
  bracket: { stopLoss: dec('3.00'), takeProfit: dec('1.50'), stopLimit: null },
} as const;

const quote = (bid: string, ask: string) => optionQuote(bid, ask, NOON, SPY_CALL.symbol);

describe('the side that closes a position triggers its exit', () => {
  it.each([
    ['long', LONG, '1.51', '1.60', null],
    ['long', LONG, '1.50', '1.70', 'STOP_LOSS'],
    ['long', LONG, '2.99', '3.10', null],
    ['long', LONG, '3.00', '3.10', 'TAKE_PROFIT'],
    ['short', SHORT, '2.90', '2.99', null],
    ['short', SHORT, '2.50', '3.00', 'STOP_LOSS'],
    ['short', SHORT, '1.40', '1.51', null],
    ['short', SHORT, '1.40', '1.50', 'TAKE_PROFIT'],
  ] as const)('%s %o: %s × %s is %s', (_, parts, bid, ask, signal) => {
    const trade = anOpenTrade({ ...parts, protection: 'WATCHED' });
    expect(exitSignal({ trade, orders: [] }, quote(bid, ask), NOON)).toBe(signal);
  });

  it.each([
    ['BUY_TO_OPEN', '2.00'],
    ['SELL_TO_OPEN', '2.20'],
  ] as const)('a trail follows that side too: %s', (side, best) => {
    const trail = { ...{ pct: dec(20), start: dec(1), best: null }, beyond: null };
    const parts: Partial<Trade> = { side, trail: { ...trail, asked: null, askedAt: null } };
    expect(newBest(anOpenTrade(parts), quote('2.00', '2.20'), NOON)?.toFixed(2)).toBe(best);
  });
});
