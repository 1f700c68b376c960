import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import { applyEntryFill, applyExitFill } from '../../../server/domain/trade/apply-fill.ts';
import { widenExcursions } from '../../../server/domain/trade/excursions.ts';
import { anOpenTrade, aTrade, anExecution } from '../../support/values/builders.ts';

describe('fills in the ledger of a trade', () => {
  it('of a long: cost out at entry, its share back at exit, fees separate', () => {
    const bought = applyEntryFill(aTrade(), anExecution(3, '1.50', '1.05'));
    expect(bought.cashFlow.toFixed()).toBe('-451.05');
    const part = applyExitFill(bought, anExecution(1, '2.00', '0.35'));
    expect(part.realizedPnl.toFixed()).toBe('50');
    expect(part.openCost.toFixed()).toBe('300');
    const all = applyExitFill(part, anExecution(2, '1.00', '0.70'));
    expect(all.realizedPnl.toFixed()).toBe('-50');
    expect(all.cashFlow.toFixed()).toBe('-52.1');
    expect(all.openCost.toFixed()).toBe('0');
  });

  it('of a short: a credit at entry, paid back at exit', () => {
    const sold = applyEntryFill(aTrade({ side: 'SELL_TO_OPEN' }), anExecution(2, '1.50', '0.70'));
    expect([sold.entryCost.toFixed(), sold.cashFlow.toFixed()]).toEqual(['-300', '299.3']);
    const bought = applyExitFill(sold, anExecution(2, '0.50', '0.70'));
    expect([bought.realizedPnl.toFixed(), bought.cashFlow.toFixed()]).toEqual(['200', '198.6']);
  });

  it('add up exactly at every step, including thirds and sevenths', () => {
    const price = fc.integer({ min: 1, max: 99_999 }).map((cents) => dec(cents).div(100));
    const fills = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 7 }), price }), {
      minLength: 1,
      maxLength: 20,
    });
    const side = fc.constantFrom('BUY_TO_OPEN' as const, 'SELL_TO_OPEN' as const);
    const run = fc.property(side, fills, fills, (from, entries, exits) => {
      let trade = aTrade({ side: from });
      const adds = () => {
        const left = trade.cashFlow.plus(trade.openCost);
        expect(left.toFixed()).toBe(trade.realizedPnl.minus(trade.fees).toFixed());
      };
      for (const { quantity, price } of entries) {
        trade = applyEntryFill(trade, anExecution(quantity, price.toFixed(), '0.35'));
        adds();
      }
      for (const { quantity, price } of exits) {
        const size = dec(Math.min(quantity, trade.openQuantity.toNumber()));
        if (size.isZero()) break;
        trade = applyExitFill(trade, anExecution(size.toFixed(), price.toFixed(), '0.35'));
        adds();
      }
      if (trade.openQuantity.isZero()) expect(trade.openCost.toFixed()).toBe('0');
    });
    fc.assert(run, { seed: 7, numRuns: 300 });
  });

  it('never take a position through zero', () => {
    expect(() => applyExitFill(anOpenTrade(), anExecution(2, '1'))).toThrow(RangeError);
  });
});

describe('excursions', () => {
  it.each([
    ['BUY_TO_OPEN', ['1.40', '1.90', '1.20'], '0.4', '-0.3'],
    ['BUY_TO_OPEN', ['1.60'], '0.1', '0'],
    ['SELL_TO_OPEN', ['1.40', '1.90', '1.20'], '0.3', '-0.4'],
  ] as const)('of a %s marked at %s', (side, prices, best, worst) => {
    const cost = side === 'BUY_TO_OPEN' ? dec(150) : dec(-150);
    let trade = anOpenTrade({ side, entryCost: cost, openCost: cost });
    for (const price of prices) trade = { ...trade, ...widenExcursions(trade, dec(price)) };
    expect(trade.maxFavorableExcursion?.toFixed()).toBe(best);
    expect(trade.maxAdverseExcursion?.toFixed()).toBe(worst);
  });

  it('stay unknown without a price, and before the first fill', () => {
    const unknown = { maxFavorableExcursion: null, maxAdverseExcursion: null };
    expect(widenExcursions(anOpenTrade(), null)).toEqual(unknown);
    expect(widenExcursions(aTrade({ filledQuantity: ZERO }), dec(1))).toEqual(unknown);
  });
});
