import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinedInTurns } from '../../../server/adapters/database/figures/column-source.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Layout, Row } from '../../../server/domain/columns/layout.ts';
import { RowSet } from '../../../server/domain/columns/row-set.ts';

interface Shape {
  readonly numbers: 'at';
  readonly amounts: 'paid';
  readonly codes: 'nth';
}
const LAYOUT: Layout<Shape> = { numbers: ['at'], amounts: ['paid'], codes: ['nth'], sort: ['at'] };

/** Few instants and ids, so that many rows sort alike; each row is known by its code. */
const pages = fc
  .array(fc.array(fc.tuple(fc.nat(3), fc.constantFrom('a', 'b')), { maxLength: 4 }), {
    maxLength: 9,
  })
  .map((all) => {
    let nth = 0;
    return all.map((page) =>
      page.map(([at, id]): Row<Shape> => {
        nth += 1;
        return {
          id,
          numbers: { at },
          amounts: { paid: nth % 3 ? dec(nth) : null },
          codes: { nth },
        };
      }),
    );
  });

it('pages that are joined two at a time are the rows of all of them, in their order', async () => {
  await fc.assert(
    fc.asyncProperty(pages, async (all) => {
      const sets = all.map((page) => RowSet.of(LAYOUT, page));
      expect(await joinedInTurns(LAYOUT, sets)).toEqual(RowSet.of(LAYOUT, all.flat()));
    }),
  );
});

it('the loop has a turn between two of them', async () => {
  let turns = 0;
  const beat = () => {
    turns += 1;
    if (turns < 100) setImmediate(beat);
  };
  setImmediate(beat);
  const page = RowSet.of(LAYOUT, []);
  await joinedInTurns(
    LAYOUT,
    Array.from({ length: 8 }, () => page),
  );
  expect(turns).toBeGreaterThanOrEqual(6);
  turns = 100;
});
