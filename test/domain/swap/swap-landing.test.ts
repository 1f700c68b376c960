import { expect, it } from 'vitest';
import { LOST_ONE_IN, neverLands } from '../../../server/domain/swap/swap-landing.ts';

it('the stated share of swaps never lands, by their tags alone', () => {
  const tags = Array.from({ length: 50_000 }, (_, n) => `paper-entry-${n}`);
  const lost = tags.filter(neverLands);
  expect(lost.length).toBeGreaterThan(50_000 / LOST_ONE_IN - 120);
  expect(lost.length).toBeLessThan(50_000 / LOST_ONE_IN + 120);
  expect(tags.filter(neverLands)).toEqual(lost);
});
