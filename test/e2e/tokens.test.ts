import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { TokenDesk } from '../support/servers/token-desk.ts';
import { bothSidesOf, newKey, type WireTrade } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';
import { USDC, WIF } from '../venues/tokens/emulated-token.ts';

const WIF_PRICE = 0.2043;

let desk: TokenDesk;
beforeAll(async () => {
  desk = await TokenDesk.start();
  await desk.price(WIF);
});
afterEach(async () => {
  desk.heal();
  await setLimits({ maxPriceImpactPct: null, maxSlippagePct: null, minPriceConfidence: null });
});
afterAll(() => desk?.close());

const ticket = (parts: object = {}) => ({
  ...{ mode: 'PAPER', idempotencyKey: newKey(), token: { mint: WIF }, side: 'BUY' },
  ...{ quantity: '1000', orderType: 'MARKET' },
  ...parts,
});

/** Buys a token, and again when the swap is one of the stated share that never land. */
async function bought(parts: object = {}): Promise<WireTrade> {
  for (let tries = 0; tries < 5; tries += 1) {
    await desk.entry(WIF);
    const trade = await desk.trader.place(ticket(parts)).catch((error: unknown) => {
      // A busy desk is late with a round of prices.
      if (!String(error).includes('PRICE_UNTRUSTED')) throw error;
    });
    if (trade && trade.phase !== 'CLOSED') return trade;
    if (trade) expect(trade.orders[0]?.status).toBe('REJECTED');
  }
  throw new Error('Five swaps failed, one after the other.');
}

/** Closes a trade, and again when the swap never lands and so sells nothing. */
async function closed(id: string): Promise<void> {
  const query = 'mutation($input: CloseTradeInput!) { closeTrade(input: $input) { id } }';
  for (let tries = 0; tries < 5; tries += 1) {
    const { version: expectedVersion } = await desk.trader.trade(id);
    const input = { id, expectedVersion, idempotencyKey: newKey() };
    const { token } = desk.trader;
    const { code, text } = await desk.server.api.ask(query, { token, variables: { input } });
    if (code === null) return;
    expect(text).toContain('never landed');
  }
  throw new Error('Five swaps failed, one after the other.');
}

async function refusal(
  parts: object,
): Promise<{ code: string | null; field: unknown; text: string }> {
  const query = 'mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { id status } }';
  const { code, field, text } = await desk.server.api.ask(query, {
    token: desk.trader.token,
    variables: { input: ticket(parts) },
  });
  return { code, field, text };
}

const setLimits = (limits: object) => desk.settle({ limits });
const setSwitch = (level: string) =>
  desk.trader.ask(`mutation { setKillSwitch(mode: PAPER, level: ${level}) { unprotectedTrades } }`);

const ended = (id: string) =>
  until(
    `the end of ${id}`,
    async () => {
      const trade = await desk.trader.trade(id);
      return trade.phase === 'CLOSED' ? trade : null;
    },
    { within: 40_000 },
  );

async function expectBalance(): Promise<void> {
  const [left, right] = bothSidesOf(await desk.trader.book());
  expect(left).toBe(right);
}

describe('tokens on paper', () => {
  it('are bought for about so many, at quotes of the real size, to the last raw unit', async () => {
    const trade = await bought();
    const [entry] = trade.orders;
    expect(trade.status).toBe('OPEN');
    const filled = dec(entry!.filledQuantity);
    expect(filled.decimalPlaces()).toBeLessThanOrEqual(6);
    expect(filled.minus(1000).abs().toNumber()).toBeLessThan(10);
    expect(Number(trade.entryPrice)).toBeGreaterThan(WIF_PRICE);
    expect(Number(trade.entryPrice)).toBeLessThan(WIF_PRICE * 1.01);
    await expectBalance();
  });

  it('are marked by a quote to sell all, not by the price', async () => {
    const { id } = await bought({ quantity: '40000' });
    // 8,172 dollars in pools of 2,985,480 a side: 0.27 % of impact and 0.1 % of fee, each way.
    const marked = await until('a mark by all that is held', async () => {
      const { trade } = await desk.trader.ask<{
        trade: { mark: { price: string | null; mid: string | null; source: string } | null };
      }>('query($id: ID!) { trade(id: $id) { mark { price mid source } } }', { id });
      const isByAll = Number(trade.mark?.price ?? WIF_PRICE) < WIF_PRICE * 0.998;
      return trade.mark?.source === 'jupiter' && isByAll ? trade.mark : null;
    });
    expect(Number(marked.mid)).toBeCloseTo(WIF_PRICE, 4);
    await expectBalance();
  });

  it('wait for a limit at the desk, and are canceled there at once', async () => {
    await desk.entry(WIF);
    const limit = { orderType: 'LIMIT', timeInForce: 'GTC' };
    const waiting = await desk.trader.place(ticket({ ...limit, limitPrice: '0.15' }));
    expect([waiting.status, waiting.orders[0]?.status]).toEqual(['PENDING', 'ACCEPTED']);
    const { cancelTrade } = await desk.trader.ask<{ cancelTrade: WireTrade }>(
      `mutation($id: ID!, $version: Int!, $key: String!) {
        cancelTrade(id: $id, expectedVersion: $version, idempotencyKey: $key) { status } }`,
      { id: waiting.id, version: waiting.version, key: newKey() },
    );
    expect(cancelTrade.status).toBe('CANCELED');
  });

  it('fill at their limit, and end at their stop after two looks, by swaps of the desk', async () => {
    const stopped = await bought({ bracket: { stopLoss: '0.195', takeProfit: '0.3' } });
    const waiting = await desk.trader.place(ticket({ orderType: 'LIMIT', limitPrice: '0.19' }));
    expect((await desk.trader.trade(stopped.id)).protection).toBe('WATCHED');
    desk.move(WIF, 0.925);
    const { status, orders } = await ended(stopped.id);
    expect(status).toBe('SL_HIT');
    expect(orders.at(-1)?.role).toBe('STOP_LOSS');
    const open = await until(
      'a fill at the limit',
      async () => {
        const trade = await desk.trader.trade(waiting.id);
        return trade.phase === 'OPEN' ? trade : null;
      },
      { within: 40_000 },
    );
    expect(Number(open.entryPrice)).toBeLessThanOrEqual(0.19);
    await expectBalance();
  });

  it('end at their target only where a quote meets it', async () => {
    const trade = await bought({ bracket: { takeProfit: '0.22' } });
    desk.move(WIF, 1.08);
    const { status, exitPrice } = (await ended(trade.id)) as WireTrade & { exitPrice: string };
    expect(status).toBe('TP_HIT');
    expect(Number(exitPrice)).toBeGreaterThanOrEqual(0.22);
    await expectBalance();
  });

  it('are not sold at their stop under HALT_ALL, and count as unprotected', async () => {
    const trade = await bought({ bracket: { stopLoss: '0.195' } });
    await setSwitch('HALT_ALL');
    desk.move(WIF, 0.93);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect((await desk.trader.trade(trade.id)).status).toBe('OPEN');
    const { systemStatus } = await desk.trader.ask<{ systemStatus: { unprotectedTrades: number } }>(
      '{ systemStatus(mode: PAPER) { unprotectedTrades } }',
    );
    expect(systemStatus.unprotectedTrades).toBe(1);
    await setSwitch('OFF');
    expect((await ended(trade.id)).status).toBe('SL_HIT');
  });

  it.each<[string, object, string]>([
    ['a mint in another case', { token: { mint: WIF.toLowerCase() } }, 'input.token.mint'],
    ['the settlement token itself', { token: { mint: USDC } }, 'input.token.mint'],
    ['a stop order', { orderType: 'STOP', stopPrice: '0.3' }, 'input.orderType'],
    ['more decimals than the mint has', { quantity: '1.0000001' }, 'input.quantity'],
    ['an amount too small to route', { quantity: '0.001' }, 'input.quantity'],
    ['a sale', { side: 'SELL' }, 'input.side'],
  ])('refuse %s by its field', async (_, parts, field) => {
    await desk.entry(WIF);
    await expect.poll(() => refusal(parts)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  // A busy desk may be late with a round of prices, and trust none until the next.
  it('are denied over the limits of impact, slippage and confidence', async () => {
    await desk.entry(WIF);
    await setLimits({ maxPriceImpactPct: '0.001' });
    await expect.poll(async () => (await refusal({})).code).toBe('RISK_DENIED');
    await setLimits({ maxPriceImpactPct: null, maxSlippagePct: '0.01' });
    await expect.poll(async () => (await refusal({})).code).toBe('RISK_DENIED');
    await setLimits({ maxSlippagePct: null });
    const tooMany = async () => (await refusal({ quantity: '400000' })).text;
    await expect.poll(tooMany).toContain('LIQUIDITY_SHARE');
  });

  it('are not entered where sources differ by ten times, or one is silent', async () => {
    const honest = (await desk.entry(WIF)).confidence;
    desk.jupiter.misprice(WIF, 10);
    const fell = await until('a fallen confidence', async () => {
      const { confidence } = await desk.price(WIF);
      return confidence < honest - 0.15 ? confidence : null;
    });
    expect(fell).toBeLessThan(honest);
    expect((await refusal({})).code).toBe('PRICE_UNTRUSTED');
    desk.heal();
    await desk.entry(WIF);
    desk.dexscreener.fail({ hangUp: true }, 1_000);
    await until(
      'a missing voice',
      async () => {
        const { verdicts } = await desk.price(WIF);
        return verdicts.some(({ action, allowed }) => action === 'ENTRY' && !allowed);
      },
      { within: 30_000 },
    );
    expect((await refusal({})).code).toBe('PRICE_UNTRUSTED');
  });

  it('are closed by a person at any price, trusted or not', async () => {
    const { id } = await bought();
    desk.jupiter.misprice(WIF, 10);
    await until('a price that nobody trusts', async () => {
      const { verdicts } = await desk.price(WIF);
      return verdicts.some(({ action, allowed }) => action === 'ENTRY' && !allowed);
    });
    await closed(id);
    expect((await ended(id)).status).toBe('MANUAL_CLOSE');
    await expectBalance();
  });

  it('are quoted with the user’s own key, and priced with the server’s', async () => {
    desk.jupiter.plans.set('jup_of_ada', 600);
    await desk.settle({ jupiterApiKey: 'jup_of_ada' });
    const before = desk.jupiter.requests.length;
    await desk.trader.ask(
      'query($input: PlaceTradeInput!) { previewTrade(input: $input) { cost } }',
      { input: ticket() },
    );
    const since = desk.jupiter.requests.slice(before);
    const routesOf = (key: string) =>
      since.filter(({ headers }) => headers['x-api-key'] === key).map(({ path }) => path);
    expect(new Set(routesOf('jup_of_ada'))).toEqual(new Set(['/swap/v2/order']));
    expect(routesOf('jup_of_ada').length).toBeGreaterThanOrEqual(2);
    await until('a round of prices', () =>
      desk.jupiter.requests
        .slice(before)
        .some(
          ({ path, headers }) => path === '/price/v3' && headers['x-api-key'] === desk.jupiter.key,
        ),
    );
  });
});
