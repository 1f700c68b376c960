import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SimulatedTokens } from '../../../server/adapters/simulated/simulated-tokens.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { SearchTokens } from '../../../server/usecases/prices/search-tokens.ts';
import { ADA, DEMO, priceScene, type PriceScene } from '../../support/desks/price-scene.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { BONK, WIF } from '../../support/values/price-rounds.ts';

const directory = new SimulatedTokens(new FakeClock(), 1);
const search = new SearchTokens(directory);

it('finds every token of a ticker, with its whole mint and what speaks against it', async () => {
  const found = await search.execute(' moss ');
  expect(found.map(({ facts }) => facts?.ticker)).toEqual(['MOSS', 'MOSS']);
  expect(new Set(found.map(({ mint }) => mint)).size).toBe(2);
  expect(found.map(({ warnings }) => warnings.length > 0)).toEqual([false, true]);
});

it('refuses a text that is empty or longer than a mint, and names the field', async () => {
  for (const text of ['  ', 'x'.repeat(45)])
    await expect(search.execute(text)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: { field: 'text' },
    });
});

it('says that the directory does not answer, and nothing else of it', async () => {
  const silent = vi.spyOn(directory, 'search').mockRejectedValue(new MarketDataUnavailable('Away'));
  await expect(search.execute('moss')).rejects.toMatchObject({ code: 'VENUE_UNAVAILABLE' });
  silent.mockRestore();
});

let scene: PriceScene;
beforeEach(async () => {
  scene = await priceScene({ starters: [BONK, WIF] });
});
afterEach(() => scene.close());

it('gives a user who watches nothing some tokens to begin with, and no others ever', async () => {
  const mints = async () => (await scene.prices.watchedTokens(DEMO)).map(({ mint }) => mint);
  expect(await mints()).toEqual([BONK, WIF]);
  await scene.prices.priceInfo({ ...ADA, username: 'bob' }, WIF);
  expect(
    (await scene.prices.watchedTokens({ ...ADA, username: 'bob' })).map((t) => t.mint),
  ).toEqual([WIF]);
});
