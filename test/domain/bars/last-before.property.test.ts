import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastBefore } from '../../../server/domain/bars/official-close.ts';

const COLUMN = Float64Array.from({ length: 1_000 }, (_, n) => 3 * n);

it('finds the last value before a limit from any place: near, far, behind it, or beyond the end', () => {
  const place = fc.integer({ min: -1, max: COLUMN.length + 9 });
  fc.assert(
    fc.property(fc.nat({ max: 3_003 }), place, (limit, near) => {
      const expected = COLUMN.findLastIndex((value) => value < limit);
      expect(lastBefore(COLUMN, limit, near)).toBe(expected);
      expect(lastBefore(COLUMN, limit, Math.max(expected - 1, -1))).toBe(expected);
    }),
  );
});
