import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { entryPriceOf } from '../../../server/domain/trade/trade.ts';
import { AAPL, SPY_CALL } from '../../support/values/builders.ts';

const COSTS = [dec('-450.30'), dec('450.30')];
const QUANTITIES = [dec(0), dec(1), dec(3), dec('0.5')];

it('the entry price follows from cost, quantity and contract, whatever was asked before', () => {
  const asked = fc.record({
    entryCost: fc.constantFrom(...COSTS),
    filledQuantity: fc.constantFrom(...QUANTITIES),
    instrument: fc.constantFrom(SPY_CALL, AAPL),
  });
  fc.assert(
    fc.property(fc.array(asked, { minLength: 1, maxLength: 12 }), (all) => {
      for (const trade of all) {
        const units = trade.filledQuantity.times(trade.instrument.multiplier);
        const price = entryPriceOf(trade);
        if (units.isZero()) expect(price).toBeNull();
        else expect(price!.times(units).minus(dec('450.30')).abs().lessThan('1e-12')).toBe(true);
      }
    }),
  );
});
