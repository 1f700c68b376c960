import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JudgedPrice } from '../../../server/domain/price/judged-price.ts';
import { databases } from '../../support/databases/databases.ts';
import { watchStatements } from '../../support/databases/statements.ts';
import { ADA, DEMO, priceScene, type PriceScene } from '../../support/desks/price-scene.ts';
import { BONK, WIF } from '../../support/values/price-rounds.ts';

const allowed = ({ verdicts }: JudgedPrice) =>
  verdicts.flatMap((each) => (each.allowed ? [each.action] : []));

describe.each(databases())('token prices on %s', (_name, open) => {
  let scene: PriceScene;
  beforeEach(async () => {
    scene = await priceScene({}, open);
    scene.market.priceOf.set(BONK, '0.00002');
  });
  afterEach(() => scene.close());
  const ask = (token = BONK) => scene.prices.priceInfo(ADA, token);

  it('are told at the first question, after one whole round', async () => {
    const price = await ask();
    expect(price.price?.toFixed(5)).toBe('0.00002');
    expect(price.sources.map(({ source, accepted }) => [source, accepted])).toEqual([
      ['JUPITER', true],
      ['DEXSCREENER', true],
      ['QUOTE', true],
    ]);
    expect(price.parts).toHaveLength(5);
  });

  it('allow an entry at 0.7 or more within 20 rounds of honest sources', async () => {
    await ask();
    await scene.rounds(20);
    const price = await ask();
    expect(price.confidence).toBeGreaterThanOrEqual(0.7);
    expect(allowed(price)).toEqual(['VALUATION', 'ENTRY', 'TAKE_PROFIT', 'STOP_LOSS']);
  });

  it('are judged from rows alone after the first question', async () => {
    await ask();
    const before = structuredClone(scene.market.asked);
    for (let n = 0; n < 5; n += 1) await ask();
    expect(scene.market.asked).toEqual(before);
    const seen = watchStatements(scene.database);
    await ask();
    expect(seen.filter(({ sql }) => /^\s*(insert|update|delete)/i.test(sql))).toEqual([]);
  });

  it('are the same at a second server, which asks nobody', async () => {
    await ask();
    await scene.rounds(3);
    const before = structuredClone(scene.market.asked);
    const other = scene.another();
    const theirs = await other.prices.priceInfo({ ...ADA, username: 'bob' }, BONK);
    expect(theirs).toEqual(await ask());
    expect(scene.market.asked).toEqual(before);
  });

  it('that were refused lately are told from rows alone, of the caller’s own tokens', async () => {
    await ask();
    await scene.rounds(6);
    scene.market.silent.add('DEXSCREENER');
    await scene.rounds(12);
    const before = structuredClone(scene.market.asked);
    const refused = await scene.prices.refusedPrices(ADA);
    expect(refused).toMatchObject([
      { mint: BONK, ticker: 'DezX', source: 'DEXSCREENER', refused: 'SILENT', price: null },
    ]);
    expect(refused[0]!.until.getTime()).toBe(scene.clock.now().getTime());
    expect(scene.market.asked).toEqual(before);
    expect(await scene.another().prices.refusedPrices(ADA)).toEqual(refused);
    expect(await scene.prices.refusedPrices({ ...ADA, username: 'bob' })).toEqual([]);
    expect(await scene.prices.refusedPrices(DEMO)).toEqual([]);
  });

  it('of a mint that nobody knows are null, and every action is refused with its reason', async () => {
    const price = await ask(WIF);
    expect(price.price).toBeNull();
    expect(allowed(price)).toEqual([]);
    expect(price.verdicts.map(({ reason }) => reason).filter(Boolean)).toHaveLength(4);
    expect(price.sources.map(({ reason }) => reason).filter(Boolean)).not.toEqual([]);
  });
});
