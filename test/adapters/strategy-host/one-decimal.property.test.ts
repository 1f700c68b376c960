import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GrowingColumn } from '../../../server/adapters/strategy-host/import/growing-column.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { BarsBuilder } from '../../../server/domain/bars/bars-builder.ts';
import { MOST_UNITS } from '../../../server/domain/bars/units.ts';

const digits = (most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: most }).map((all) => all.join(''));
const texts = fc.oneof(
  fc
    .tuple(fc.constantFrom('', '+', '-'), digits(17), fc.constantFrom('', '.'), digits(20))
    .map((parts) => parts.join('')),
  fc
    .tuple(digits(4), digits(17), fc.integer({ min: -25, max: 18 }))
    .map(([whole, part, power]) => `${whole}.${part}e${power}`),
  fc.constantFrom('999999999999999', '1000000000000000', '1e15', '1.1e15', '1e-18', '1e-19'),
);

/** Whether decimal.js reads a text with at most 18 places, as whole units of at most 1e15. */
function fits(text: string): boolean {
  if (!/^[+-]?\.?\d/.test(text)) return false;
  const value = dec(text.replace(/^\+/, ''));
  const places = value.decimalPlaces();
  return places <= 18 && value.abs().times(dec(10).pow(places)).lessThanOrEqualTo(MOST_UNITS);
}

it('a file takes the very decimals that the bars of a source may have, and both keep each exactly', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const column = new GrowingColumn(true);
      const taken = column.add(text) === null;
      expect(taken).toBe(fits(text));
      const builder = new BarsBuilder('SPY', 'ONE_MINUTE');
      const fault = builder.add({
        at: 1,
        open: text,
        high: text,
        low: text,
        close: text,
        volume: null,
      });
      if (!taken) expect(fault?.reason).toBe('It is no number that can be held exactly.');
      if (!taken) return;
      const value = dec(text.replace(/^\+/, ''));
      const kept = column.done(column.digits);
      expect(dec(kept.values[0]!).div(dec(10).pow(kept.digits!)).toFixed()).toBe(value.toFixed());
      expect(fault === null).toBe(value.greaterThan(0));
      if (fault) return;
      const { open, digits: places } = builder.build();
      expect([places, open[0]]).toEqual([kept.digits, kept.values[0]]);
    }),
    { numRuns: 500 },
  );
});
