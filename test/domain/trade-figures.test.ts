import { describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { markOf } from '../../server/domain/market/mark-rules.ts';
import { returnPctOf, unrealizedPnlOf } from '../../server/domain/trade/trade-figures.ts';
import { anOpenTrade, SPY_CALL } from '../support/builders.ts';
import { optionQuote } from '../support/option-market.ts';
import { NOON } from '../support/fake-clock.ts';

const QUOTE = optionQuote('1.40', '1.60', NOON, SPY_CALL.symbol);
const SHORT = { side: 'SELL_TO_OPEN', entryCost: dec(-150), openCost: dec(-150) } as const;

describe('what a position would bring over cost', () => {
  it.each([
    ['long', {}, '-10'],
    ['short', SHORT, '-10'],
  ])('is at the side that closes it, never at the middle: %s', (_, parts, pnl) => {
    const held = anOpenTrade(parts);
    const trade = { ...held, mark: markOf(QUOTE, SPY_CALL, held.side) };
    expect(unrealizedPnlOf(trade)?.toFixed()).toBe(pnl);
    expect(returnPctOf(trade)?.toFixed(4)).toBe('-6.6667');
  });
});
