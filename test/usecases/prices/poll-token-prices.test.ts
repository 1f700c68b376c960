import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import { ADA, mintNumber, priceScene, type PriceScene } from '../../support/desks/price-scene.ts';
import { BONK, WIF } from '../../support/values/price-rounds.ts';

let scene: PriceScene;
beforeEach(async () => {
  scene = await priceScene();
  scene.market.priceOf.set(BONK, '0.00002').set(WIF, '2');
});
afterEach(() => scene.close());

const ask = (token = BONK) => scene.prices.priceInfo(ADA, token);
const roundsOf = async (mint: string) =>
  (await scene.store.rounds.latest([mint], 99)).get(mint) ?? [];

describe('a round', () => {
  it('asks nobody while nothing is watched', async () => {
    await scene.rounds(3);
    expect(scene.market.asked).toEqual({ index: [], pools: [], quotes: [] });
    expect(scene.market.facts).toBe(0);
  });

  it('asks for all watched tokens at once, for SOL and USDC too', async () => {
    await ask();
    await ask(WIF);
    const before = scene.market.asked.index.length;
    await scene.rounds(1);
    const asked = scene.market.asked.index.slice(before);
    expect(asked.map((mints) => [...mints].sort())).toEqual([
      [SOL_MINT, USDC_MINT, BONK, WIF].sort(),
    ]);
    expect(scene.market.facts).toBe(2);
  });

  it('stops for a token that nobody asked for within a day, and not for one that is held', async () => {
    await scene.close();
    scene = await priceScene({ held: async () => [WIF] });
    scene.market.priceOf.set(BONK, '0.00002').set(WIF, '2');
    await ask();
    await scene.rounds(1);
    scene.clock.advance(86_400_000);
    const before = (await roundsOf(BONK)).length;
    await scene.rounds(2);
    expect((await roundsOf(BONK)).length).toBe(before);
    expect((await roundsOf(WIF)).length).toBe(3);
  });

  it.each(['JUPITER', 'DEXSCREENER', 'QUOTE', 'FACTS'] as const)(
    'ends well without %s, and says once that a source is silent and once that it is back',
    async (source) => {
      await ask();
      scene.market.silent.add(source);
      await scene.rounds(4);
      expect((await roundsOf(BONK)).length).toBe(5);
      const { confidence, verdicts } = await ask();
      if (source === 'JUPITER' || source === 'DEXSCREENER') {
        expect(verdicts.find(({ action }) => action === 'ENTRY')?.allowed).toBe(false);
        expect(confidence).toBeLessThan(0.95);
      }
      scene.market.silent.clear();
      await scene.rounds(2);
      const said = scene.log.lines.map(({ level }) => level);
      expect(said).toEqual(
        source === 'JUPITER' || source === 'DEXSCREENER' ? ['warn', 'info'] : [],
      );
    },
  );

  it('hears Pyth where it has the token, stores it, and does not miss it', async () => {
    scene.market.oracleOf.set(BONK, '0.00002');
    await ask();
    await scene.rounds(6);
    const pyth = async () => (await ask()).sources.find(({ source }) => source === 'PYTH');
    expect(await pyth()).toMatchObject({ accepted: true, liquidityUsd: null });
    const [last] = (await roundsOf(BONK)).slice(-1);
    expect(last!.observations.at(-1)).toMatchObject({ source: 'PYTH', refused: null });
    const before = (await ask()).confidence;
    scene.market.silent.add('PYTH');
    await scene.rounds(7);
    const { confidence, verdicts } = await ask();
    expect(await pyth()).toMatchObject({ accepted: false, refused: 'SILENT' });
    expect(confidence).toBeGreaterThanOrEqual(before);
    expect(verdicts.find(({ action }) => action === 'ENTRY')?.allowed).toBe(true);
  });

  it('is stored once when two servers run it', async () => {
    await ask();
    const other = scene.another();
    scene.clock.advance(10_000);
    await Promise.all([scene.solana.poll.execute(), other.solana.poll.execute()]);
    expect(await roundsOf(BONK)).toHaveLength(2);
    const asked = scene.market.asked.index.length;
    await scene.solana.poll.execute();
    expect(scene.market.asked.index).toHaveLength(asked);
  });

  it('keeps quotes within their share of the minute', async () => {
    for (let n = 0; n < 30; n += 1) {
      scene.market.priceOf.set(mintNumber(n), '3');
      await ask(mintNumber(n));
    }
    const before = scene.market.asked.quotes.length;
    await scene.rounds(12);
    const quotes = scene.market.asked.quotes.length - before;
    expect(quotes).toBeGreaterThan(50);
    expect(quotes).toBeLessThanOrEqual(60);
    expect(scene.market.asked.quotes).not.toContain(USDC_MINT);
  });

  it('keeps minute bars of accepted prices alone', async () => {
    await ask();
    await scene.rounds(8);
    scene.market.priceOf.set(BONK, '0.00003');
    await scene.rounds(1);
    const from = new Date(0);
    const to = new Date(scene.clock.now().getTime() + 60_000);
    const bars = () => scene.store.minutes.between(BONK, from, to);
    const highest = async () =>
      Math.max(...(await bars()).map(({ bar }) => Number(bar?.high ?? 0)));
    expect(await highest()).toBeLessThan(0.0000205);
    await scene.rounds(10);
    expect(await highest()).toBeGreaterThan(0.0000295);
    scene.market.silent.add('JUPITER').add('DEXSCREENER').add('QUOTE');
    await scene.rounds(12);
    const now = new Date(scene.clock.now().getTime() + 60_000);
    const [last] = (await scene.store.minutes.between(BONK, from, now)).slice(-1);
    expect(last).toMatchObject({ bar: null });
  });

  it('removes rows of more than two days, and keeps their minutes', async () => {
    await ask();
    await scene.rounds(1);
    scene.clock.advance(2 * 86_400_000);
    await ask();
    await scene.rounds(30);
    const [oldest] = await roundsOf(BONK);
    expect(oldest!.at.getTime()).toBeGreaterThan(scene.clock.now().getTime() - 86_400_000);
    expect(await scene.store.minutes.between(BONK, new Date(0), scene.clock.now())).not.toEqual([]);
  });
});

describe('the first question', () => {
  it('is one look for all who ask at once', async () => {
    const users = Array.from({ length: 10 }, (_, n) => ({ ...ADA, username: `user${n}` }));
    const prices = await Promise.all(users.map((user) => scene.prices.priceInfo(user, BONK)));
    expect(new Set(prices.map(({ price }) => price?.toFixed())).size).toBe(1);
    expect(prices[0]!.price).not.toBeNull();
    expect(scene.market.asked.quotes).toEqual([BONK]);
  });

  it('waits for five seconds at most when the sources hang', async () => {
    for (const source of ['JUPITER', 'DEXSCREENER', 'QUOTE', 'FACTS'] as const)
      scene.market.takes.set(source, Infinity);
    const began = performance.now();
    const { price, sources } = await ask();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(price).toBeNull();
    expect(sources.map(({ refused }) => refused)).toEqual(['SILENT', 'SILENT']);
  });

  it('has what other sources said when a quote takes too long', async () => {
    scene.market.takes.set('FACTS', 3_000).set('QUOTE', Infinity);
    const began = performance.now();
    const { price, sources } = await ask();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(price).not.toBeNull();
    expect(sources.map(({ source }) => source)).toEqual(['JUPITER', 'DEXSCREENER']);
  });

  it('of a later day looks again', async () => {
    await ask();
    scene.clock.advance(86_400_001);
    const before = scene.market.asked.index.length;
    expect((await ask()).price).not.toBeNull();
    expect(scene.market.asked.index.length).toBe(before + 1);
  });
});

describe('decimals', () => {
  it('on which index and directory disagree forbid entries, until they agree', async () => {
    await ask();
    await scene.rounds(6);
    const entry = async () =>
      (await ask()).verdicts.find(({ action }) => action === 'ENTRY')?.code ?? 'allowed';
    expect(await entry()).toBe('allowed');
    scene.market.indexDecimals = 9;
    await scene.rounds(1);
    expect(await entry()).toBe('TOKEN_RISK');
    expect((await ask()).risks).toEqual(['DECIMALS_DISAGREE']);
    scene.market.indexDecimals = 6;
    await scene.rounds(1);
    expect(await entry()).toBe('allowed');
  });
});
