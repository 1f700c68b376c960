import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { markOf } from '../../../server/domain/market/mark-rules.ts';
import {
  returnPctOf,
  riskAtEntryOf,
  rMultipleOf,
  toStopOf,
  unrealizedPnlOf,
} from '../../../server/domain/trade/trade-figures.ts';
import { anOpenTrade, SPY_CALL } from '../../support/values/builders.ts';
import { optionQuote } from '../../support/fakes/option-market.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const QUOTE = optionQuote('1.40', '1.60', NOON, SPY_CALL.symbol);
const SHORT = { side: 'SELL_TO_OPEN', entryCost: dec(-150), openCost: dec(-150) } as const;

describe('the unrealised P&L of a position', () => {
  it.each([
    ['long', {}, '-10'],
    ['short', SHORT, '-10'],
  ])('is at the side that closes it, never at the mid: %s', (_, parts, pnl) => {
    const held = anOpenTrade(parts);
    const trade = { ...held, mark: markOf(QUOTE, SPY_CALL, held.side) };
    expect(unrealizedPnlOf(trade)?.toFixed()).toBe(pnl);
    expect(returnPctOf(trade)?.toFixed(4)).toBe('-6.6667');
  });
});

describe('the risk of a trade', () => {
  const bracket = { stopLoss: dec('1.20'), takeProfit: null, stopLimit: null };
  const held = anOpenTrade({ bracket });
  const long = { ...held, mark: markOf(QUOTE, SPY_CALL, held.side) };

  it('is measured to the first stop, wherever that was moved since', () => {
    expect(riskAtEntryOf(long, dec('1.00'))?.toFixed()).toBe('50');
    expect(rMultipleOf(long, dec('1.00'))?.toFixed(4)).toBe('-0.2000');
    expect(toStopOf(long)?.toFixed()).toBe('-20');
  });

  it('is above the entry for a short', () => {
    const short = { ...anOpenTrade(SHORT), mark: markOf(QUOTE, SPY_CALL, 'SELL_TO_OPEN') };
    expect(riskAtEntryOf(short, dec('2.00'))?.toFixed()).toBe('50');
    expect(toStopOf({ ...short, bracket: { ...bracket, stopLoss: dec(2) } })?.toFixed()).toBe(
      '-40',
    );
  });

  it('is unknown without a first stop, or when that locked in a gain', () => {
    for (const stop of [null, dec('1.50'), dec('1.60')]) {
      expect(riskAtEntryOf(long, stop)).toBeNull();
      expect(rMultipleOf(long, stop)).toBeNull();
    }
    expect(toStopOf({ ...long, mark: null })).toBeNull();
  });
});
