import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { NEW_USER_SETTINGS } from '../../../server/domain/account/settings.ts';
import { ADA, DEMO } from '../../support/desks/price-scene.ts';
import { tokenTrades, type TokenTrades } from '../../support/desks/token-trades.ts';
import { BONK, WIF } from '../../support/values/price-rounds.ts';

let t: TokenTrades;
beforeEach(async () => {
  t = await tokenTrades();
  await t.lists(ADA, BONK, '0.00002');
});
afterEach(() => t.end());

const refusalOf = async (asked: Promise<unknown>) => {
  const error = await asked.catch((each: unknown) => each);
  if (!(error instanceof Refusal)) throw new Error('It was not refused.', { cause: error });
  const { code, detail, message } = error;
  return { code, field: detail.field, message };
};

describe('tokens on paper', () => {
  it('are simulated for a demo user alone, who trades no others', async () => {
    await t.lists(DEMO, WIF, '7');
    const { solana, simulated } = t.scene.markets;
    const mine = await t.buys(BONK, '1000000');
    const theirs = await t.buys(WIF, '10', { actor: DEMO });
    expect([mine, theirs].map(({ status, instrument }) => [status, instrument])).toMatchObject([
      ['OPEN', { symbol: BONK, market: 'SOLANA' }],
      ['OPEN', { symbol: WIF, market: 'SIMULATED' }],
    ]);
    expect(solana.asked.quotes).not.toContain(WIF);
    expect(simulated.asked.quotes).not.toContain(BONK);
    const unknown = { code: 'BAD_USER_INPUT', field: 'input.token.mint' };
    expect(await refusalOf(t.buys(WIF, '10'))).toMatchObject(unknown);
    expect(await refusalOf(t.buys(BONK, '1000000', { actor: DEMO }))).toMatchObject(unknown);
  });

  it('name what they fill on, and the slippage of the user’s limits', async () => {
    const { id, fillModel, feeSchedule } = await t.buys(BONK, '1000000');
    expect([fillModel, feeSchedule]).toEqual(['QUOTE', 'NETWORK v1']);
    expect((await t.stored(id)).orders).toMatchObject([{ slippagePct: dec(1) }]);
    const limits = { ...NEW_USER_SETTINGS.limits, maxSlippagePct: dec('0.4') };
    await t.settings.change('ada', { limits });
    const strict = await t.buys(BONK, '1000000');
    expect((await t.stored(strict.id)).orders).toMatchObject([{ slippagePct: dec('0.4') }]);
  });

  it('are a ladder when placed together, each closed for what it bought', async () => {
    const sizes = ['1000000', '2000000', '3000000.000001'];
    const ladder = await Promise.all(sizes.map((size) => t.buys(BONK, size)));
    expect(new Set(ladder.map(({ id }) => id)).size).toBe(3);
    const [one, two, three] = ladder.map(({ id }) => id) as [string, string, string];
    const held = async (id: string) => (await t.stored(id)).trade.openQuantity.toFixed();
    const before = [await held(one), await held(three)];
    expect(await t.closes(two, '500000')).toMatchObject({ status: 'OPEN' });
    expect(await t.closes(two)).toMatchObject({ status: 'MANUAL_CLOSE', openQuantity: dec(0) });
    expect([await held(one), await held(three)]).toEqual(before);
    const tooMany = t.closes(one, dec(before[0]!).plus('0.000001').toFixed());
    expect(await refusalOf(tooMany)).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', field: 'input.quantity' },
    });
  });

  it('are worth together what a sale of all of them would fetch', async () => {
    const [one, two] = [await t.buys(BONK, '1000000'), await t.buys(BONK, '2000000')];
    const { market } = t.scene;
    market.impactPct = '4';
    const asked = vi.spyOn(market, 'quote');
    await t.desk.takeSnapshots.execute();
    const sold = one.filledQuantity.plus(two.filledQuantity).times(1e6);
    expect(asked.mock.calls.map(([{ inAmount }]) => inAmount.toString())).toEqual([sold.toFixed()]);
    for (const { id } of [one, two]) {
      const { mark } = (await t.stored(id)).trade;
      // 0.1 % of fee and 4 % of impact below the price.
      expect(mark?.price?.toFixed(9)).toBe('0.000019181');
      expect(mark?.mid?.toFixed(6)).toBe('0.000020');
    }
    const { openPnl } = await t.desk.trading.calculatePnL(ADA);
    expect(openPnl?.toNumber()).toBeCloseTo(-60 * 0.042, 1);
  });

  it('leave of PAPER’s one cash what may be withdrawn', async () => {
    await t.buys(BONK, '400000000');
    const { cash } = await t.desk.trading.calculatePnL(ADA);
    expect(cash.toNumber()).toBeCloseTo(92_000, -2);
    const all = t.desk.account.deposit(ADA, cash.plus('0.000001').negated());
    expect(await refusalOf(all)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'amount' });
    await t.desk.account.deposit(ADA, cash.negated());
    expect((await t.desk.trading.calculatePnL(ADA)).cash.toFixed()).toBe('0');
  });
});

describe('a person closes what is held', () => {
  it('at a price that nobody tells', async () => {
    const { id } = await t.buys(BONK, '1000000');
    const { market, prices, rounds } = t.scene;
    market.silent.add('JUPITER').add('DEXSCREENER').add('QUOTE');
    await rounds(8);
    expect((await prices.priceInfo(ADA, BONK)).price).toBeNull();
    market.silent.delete('QUOTE');
    expect(await t.closes(id)).toMatchObject({ status: 'MANUAL_CLOSE' });
  });

  it('though sources contradict each other', async () => {
    const { id } = await t.buys(BONK, '1000000');
    const { market, prices, rounds } = t.scene;
    market.silent.add('QUOTE');
    const honest = market.poolsOf.bind(market);
    const dear = { priceUsd: dec('0.00004'), priceNative: dec('0.00004') };
    vi.spyOn(market, 'poolsOf').mockImplementation(async (mint) => {
      const told = await honest(mint);
      if (mint !== BONK || !told.value) return told;
      return { ...told, value: told.value.map((pool) => ({ ...pool, ...dear })) };
    });
    await rounds(8);
    expect((await prices.priceInfo(ADA, BONK)).price).toBeNull();
    market.silent.delete('QUOTE');
    expect(await t.closes(id)).toMatchObject({ status: 'MANUAL_CLOSE' });
  });

  it('though the token is no longer one to enter', async () => {
    const { id } = await t.buys(BONK, '1000000');
    t.scene.market.indexDecimals = 9;
    await t.scene.rounds(1);
    const { code, message } = await refusalOf(t.buys(BONK, '1000000'));
    expect(code).toBe('RISK_DENIED');
    expect(message).toContain('decimals');
    expect(await t.closes(id)).toMatchObject({ status: 'MANUAL_CLOSE' });
  });
});
