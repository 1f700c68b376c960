import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Book } from '../../../server/ports/book.ts';
import { NEW_USER_SETTINGS, type Limits } from '../../../server/domain/account/settings.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import type { SizedEntry } from '../../../server/usecases/trading/quote-entry.ts';
import { lookAtEntry, refusedSwap } from '../../../server/usecases/trading/token-entry.ts';
import { priceScene, type PriceScene } from '../../support/desks/price-scene.ts';
import { aToken } from '../../support/values/builders.ts';
import { BONK } from '../../support/values/price-rounds.ts';

const PRICE = '0.00002';
const TOKEN = aToken({ symbol: BONK, decimals: 6 });

let scene: PriceScene;
beforeEach(async () => {
  scene = await priceScene();
  scene.market.priceOf.set(BONK, PRICE);
});
afterEach(() => scene.close());

const watched = async (rounds = 6) => {
  await scene.solana.trade.watch('ada', BONK);
  await scene.rounds(rounds);
};

function look(entry: Partial<SizedEntry> = {}, limits: Partial<Limits> = {}) {
  const book = { mode: 'PAPER' } as Book;
  const deps = { book, tokens: { of: () => scene.solana.trade } };
  const sized = { instrument: TOKEN, quantity: dec(10_000_000), limitPrice: null, ...entry };
  return lookAtEntry({ ...deps, clock: scene.clock }, sized, {
    ...{ username: 'ada', urgency: 'ENTRY' },
    limits: [{ ...NEW_USER_SETTINGS.limits, ...limits }],
  });
}

const refusal = async (entry?: Partial<SizedEntry>, limits?: Partial<Limits>) => {
  const found = await look(entry, limits);
  return refusedSwap(found, { atMarket: !entry?.limitPrice })?.code ?? 'taken';
};
const failing = async (entry?: Partial<SizedEntry>, limits?: Partial<Limits>) =>
  (await look(entry, limits)).checks.filter(({ passed }) => !passed).map(({ rule }) => rule);

describe('an entry of tokens', () => {
  it('costs what a quote of its own size asks, and names its slippage', async () => {
    await watched();
    const { quote, pays, slippagePct, judged } = await look();
    expect(quote?.ask?.toFixed(9)).toBe('0.000020020');
    expect(pays?.toFixed(4)).toBe('200.2002');
    expect(slippagePct.toFixed()).toBe('1');
    expect(quote?.bid?.toFixed(9)).toBe('0.000019980');
    expect(quote?.swapFee?.toFixed(4)).toBe('0.3216');
    expect(judged.price?.toFixed(6)).toBe('0.000020');
    expect(await refusal()).toBe('taken');
    expect(await failing()).toEqual([]);
  });

  it('is not made by a price without history, and not by one that nobody tells', async () => {
    expect(await refusal()).toBe('PRICE_UNTRUSTED');
    await watched();
    expect(await refusal()).toBe('taken');
    scene.market.silent.add('JUPITER').add('DEXSCREENER');
    await scene.rounds(7);
    expect(await refusal()).toBe('PRICE_UNTRUSTED');
  });

  it('is not made without a quote of its size', async () => {
    await watched();
    scene.market.silent.add('QUOTE');
    expect(await refusal()).toBe('PRICE_UNTRUSTED');
    expect((await look()).pays).toBe(null);
  });

  it('is refused for its impact whatever its price is worth', async () => {
    scene.market.impactPct = '2';
    const limits = { maxPriceImpactPct: dec(1) };
    expect(await refusal({}, limits)).toBe('RISK_DENIED');
    await watched();
    expect(await refusal({}, limits)).toBe('RISK_DENIED');
    expect(await failing({}, limits)).toEqual(['MAX_PRICE_IMPACT']);
    expect(await refusal({}, { maxPriceImpactPct: dec(2) })).toBe('taken');
  });

  it('is refused for its cost above the price', async () => {
    await watched();
    expect(await refusal({}, { maxSlippagePct: dec('0.05') })).toBe('RISK_DENIED');
    expect(await refusal({}, { maxSlippagePct: dec('0.2') })).toBe('taken');
  });

  it('takes at most one in a hundred dollars of the pools', async () => {
    await watched();
    expect(await failing({ quantity: dec(499_000_000) })).toEqual([]);
    expect(await failing({ quantity: dec(501_000_000) })).toEqual(['LIQUIDITY_SHARE']);
  });

  it('is bad input where nothing routes so little', async () => {
    await watched();
    scene.market.leastRouted = 10_000_000n;
    const error = await look({ quantity: dec(400_000) }).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).detail.field).toBe('input.quantity');
    await expect(look({ quantity: dec('0.000001') })).rejects.toThrow('routes so little');
    expect(await refusal({ quantity: dec(600_000) })).toBe('taken');
  });

  it('that waits for its limit needs no price now, and pays by its limit', async () => {
    expect(await refusal({ limitPrice: dec('0.000001') })).toBe('taken');
    await watched();
    const waiting = { limitPrice: dec('0.00001') };
    expect(await refusal(waiting)).toBe('taken');
    scene.market.silent.add('DEXSCREENER');
    await scene.rounds(1);
    expect(await failing(waiting, { minPriceConfidence: 1 })).toEqual([]);
    expect(await failing({}, { minPriceConfidence: 1 })).toEqual(['MIN_PRICE_CONFIDENCE']);
    scene.market.impactPct = '3';
    expect(await refusal(waiting, { maxPriceImpactPct: dec(1) })).toBe('RISK_DENIED');
  });
});

describe('a mark of what is held', () => {
  const sale = async (quantity: string) => {
    const held = { username: 'ada', token: TOKEN, quantity: dec(quantity) };
    return (await scene.solana.sales.of([held], dec(150)))[0];
  };

  it('is a quote to sell all of it, not the price', async () => {
    await watched();
    scene.market.impactPct = '4';
    const quote = await sale('1000000');
    expect(quote?.bid?.toFixed(9)).toBe('0.000019181');
  });

  it('is asked for once within twenty seconds, each size apart', async () => {
    await watched();
    const asked = () => scene.market.asked.quotes.filter((mint) => mint !== BONK).length;
    const before = asked();
    await Promise.all([sale('5'), sale('5'), sale('6')]);
    expect(asked() - before).toBe(2);
    scene.clock.advance(19_000);
    await sale('5');
    expect(asked() - before).toBe(2);
    scene.clock.advance(2_000);
    await sale('5');
    expect(asked() - before).toBe(3);
  });

  it('stays the last one, with its age, while the source is silent, and is none where nothing routes', async () => {
    await watched();
    const first = await sale('5');
    scene.market.silent.add('QUOTE');
    scene.clock.advance(30_000);
    expect(await sale('5')).toEqual(first);
    expect(await sale('7')).toBe(null);
    scene.market.silent.delete('QUOTE');
    scene.market.leastRouted = 10n ** 18n;
    scene.clock.advance(30_000);
    expect(await sale('5')).toBe(null);
    expect(await sale('0')).toBe(null);
  });
});
