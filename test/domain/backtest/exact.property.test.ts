import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  digitsOf,
  exactText,
  numberText,
  quotientText,
  readExact,
} from '../../../server/domain/backtest/exact.ts';
import { AsciiLines } from '../../../server/domain/backtest/ascii-lines.ts';
import { Decimal, dec } from '../../../server/domain/decimal.ts';

const whole = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const short = fc.bigInt({ min: -100_000n, max: 100_000n });

it('whole numbers are written and read as decimals are, to the last digit', () => {
  fc.assert(
    fc.property(fc.oneof(whole, short), fc.integer({ min: 0, max: 45 }), (units, digits) => {
      const decimal = dec(units.toString()).div(dec(10).pow(digits));
      const text = exactText(units, digits);
      expect(text).toBe(decimal.toFixed());
      expect(readExact(text, digits)).toBe(units);
      expect(readExact(decimal.toExponential(), digits)).toBe(units);
      if (decimal.decimalPlaces() <= 20) expect(digitsOf(text)).toBe(decimal.decimalPlaces());
    }),
    { numRuns: 2_000 },
  );
});

it('a number that a double holds is written as a bigint of it is', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 20 }), (units, digits) => {
      expect(numberText(units, digits)).toBe(exactText(BigInt(units), digits));
    }),
  );
});

it('a number is written as bytes as it is written as text, beside others', () => {
  const amount = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 9 }), (amounts) => {
      const lines = new AsciiLines(1_000);
      for (const [units, digits] of amounts) {
        lines.decimal(units, digits);
        lines.text(' ');
      }
      const texts = amounts.map(([units, digits]) => `${numberText(units, digits)} `);
      expect(lines.takenText()).toBe(texts.join(''));
    }),
  );
});

it('a quotient without an end has twelve decimal places, halves to the even digit', () => {
  fc.assert(
    fc.property(
      short,
      short.filter((units) => units !== 0n),
      (one, other) => {
        const decimal = dec(one.toString()).div(other.toString());
        const rounded = decimal.toDecimalPlaces(12, Decimal.ROUND_HALF_EVEN);
        expect(dec(quotientText(one, other)).toFixed()).toBe(dec(rounded).toFixed());
      },
    ),
  );
});

it('a text that is no number, or has too many digits, is not read', () => {
  for (const text of ['', '.', 'x', '1,5', '0.001']) expect(readExact(text, 2)).toBeNull();
});
