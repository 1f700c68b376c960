import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { USDC_MINT } from '../../../server/domain/token/mint.ts';
import { databases } from '../../support/databases/databases.ts';
import type { ChainLuck } from '../../support/fakes/scripted-landing.ts';
import { FEE, RENT, solDollars } from '../../support/fakes/scripted-landing.ts';
import { codeOf } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { BOB, BONK, WALLET, SwapDesk } from '../../support/desks/swap-desk.ts';

describe.each(databases())('a swap of real money, on %s,', (_name, open) => {
  let d: SwapDesk;
  beforeEach(async () => {
    d = await SwapDesk.start(open);
    await d.arm();
  });
  afterEach(() => d.end());

  const held = () => d.chain.units.get(BONK.symbol) ?? 0n;

  it('is booked by what the wallet lost and got, to the last raw unit', async () => {
    const { id } = await d.buys();
    const { trade, orders } = await d.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', venue: 'JUPITER', venueAccount: WALLET });
    expect(trade.filledQuantity.times(100_000).toFixed()).toBe(String(held()));
    const spent =
      1_000_000_000n - d.chain.units.get('EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v')!;
    expect(trade.entryCost.times(1_000_000).toFixed()).toBe(String(spent));
    expect(trade.fees.toFixed()).toBe(solDollars(FEE + RENT).toFixed());
    expect(orders[0]).toMatchObject({ status: 'FILLED', venueOrderId: 'signature-1' });
    expect(d.chain.sent).toEqual(['signature-1']);
  });

  it('is asked of Jupiter for the wallet alone, and a preview names none', async () => {
    const ticket = await d.confirmed();
    expect(d.chain.asked).toEqual([]);
    await d.place(ticket);
    expect(d.chain.asked.map(({ taker }) => taker)).toEqual([WALLET]);
  });

  it('names the router, the blockhash and its last height before it is signed', async () => {
    const stored: unknown[] = [];
    d.chain.beforeSign = async () => {
      const page = await d.fresh.book.read('ada').trades(null, {}, { first: 9, after: null });
      stored.push(...page.items.map(({ item }) => item.id));
      const [order] = (await d.stored(String(stored[0]))).orders;
      stored.push(order!.status, order!.venueOrderId, order!.swap);
    };
    const { id } = await d.buys();
    const swap = { wallet: WALLET, mint: BONK.symbol, requestId: 'request-1' };
    expect(stored.slice(0, 3)).toEqual([id, 'INTENT', null]);
    expect(stored[3]).toMatchObject({ ...swap, blockhash: 'blockhash-request-1', slot: null });
    expect(stored[3]).toMatchObject({ lastValidHeight: d.chain.height - 1 + 150 });
  });

  const SETTLED: readonly [ChainLuck, string, string, bigint][] = [
    ['LANDS', 'OPEN', 'FILLED', FEE + RENT],
    ['SILENT', 'OPEN', 'FILLED', FEE + RENT],
    ['ALREADY', 'OPEN', 'FILLED', FEE + RENT],
    ['LATE', 'OPEN', 'FILLED', FEE + RENT],
    ['REVERTS', 'REJECTED', 'REJECTED', FEE],
    ['LOST', 'CANCELED', 'CANCELED', 0n],
    ['LIES', 'CANCELED', 'CANCELED', 0n],
  ];
  it.each(SETTLED)('that %s ends %s, sent once', async (luck, status, order, lamports) => {
    d.chain.luck.push(luck);
    const { id } = await d.buys();
    await d.sync(5);
    await d.sync(400);
    await d.sync(40);
    const { trade, orders } = await d.stored(id);
    expect([trade.status, orders[0]!.status]).toEqual([status, order]);
    expect(trade.fees.toFixed()).toBe(solDollars(lamports).toFixed());
    expect(d.chain.sent).toHaveLength(1);
    expect(d.chain.landings()).toBe(lamports === 0n ? 0 : 1);
    await d.rounds('1', 8);
    const free = await d.buys();
    expect((await d.stored(free.id)).orders[0]!.status, 'the token is free again').toBe('FILLED');
  });

  it('without an answer is UNKNOWN with an alert, and blocks its token for everybody', async () => {
    d.chain.luck.push('LOST');
    const { id } = await d.buys();
    expect((await d.last(id)).status).toBe('UNKNOWN');
    expect(await d.alerts()).toContain('ORDER_UNKNOWN');
    await d.arm(BOB);
    expect(await codeOf(d.buys({}, BOB))).toBe('RISK_DENIED');
    expect(await codeOf(d.buys())).toBe('RISK_DENIED');
    expect(await d.trades('bob')).toBe(0);
    expect(d.chain.signed).toHaveLength(1);
  });

  it('spends no more than the wallet holds, whoever of two who share it has spent the rest', async () => {
    await d.arm(BOB);
    d.chain.units.set(USDC_MINT, 150_000_000n);
    await d.buys();
    const { id } = await d.buys({}, BOB);
    const [order] = (await d.stored(id, 'bob')).orders;
    expect([order?.status, order?.reason]).toEqual([
      'REJECTED',
      'it takes 100.1001 USDC, and the wallet holds 49.8999',
    ]);
    expect(d.chain.signed).toHaveLength(1);
  });

  it('is absent only past its last height, by two looks', async () => {
    d.chain.luck.push('LOST');
    const { id } = await d.buys();
    const { lastValidHeight } = (await d.last(id)).swap!;
    const status = async () => (await d.last(id)).status;
    d.chain.height = lastValidHeight + 32;
    await d.sync();
    await d.sync();
    await d.sync();
    expect(await status(), 'the last height is not passed').toBe('UNKNOWN');
    await d.sync(1);
    expect(await status(), 'one look').toBe('UNKNOWN');
    await d.sync();
    expect(await status(), 'two looks').toBe('CANCELED');
  });

  it.each(['SILENT', 'LAGS', 'CONTRADICTS', 'OTHER_CLUSTER'] as const)(
    'is not absent by the word of a chain that %s',
    async (trouble) => {
      d.chain.luck.push('LOST');
      const { id } = await d.buys();
      d.chain.expire();
      d.chain.trouble = trouble;
      for (let n = 0; n < 4; n += 1) await d.sync(100).catch(() => undefined);
      expect((await d.last(id)).status).toBe('UNKNOWN');
      d.chain.trouble = null;
      await d.sync();
      await d.sync();
      expect((await d.last(id)).status).toBe('CANCELED');
    },
  );

  it('is not absent while the wallet has moved as if it had landed', async () => {
    d.chain.luck.push('LOST');
    const { id } = await d.buys();
    d.chain.units.set(BONK.symbol, 9_990_000n);
    d.chain.expire();
    const usdc = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v';
    d.chain.units.set(usdc, d.chain.units.get(usdc)! - 100_000_000n);
    await d.sync();
    await d.sync();
    expect((await d.last(id)).status).toBe('UNKNOWN');
    d.chain.units.set(usdc, 1_000_000_000n);
    await d.sync();
    await d.sync();
    expect((await d.last(id)).status, 'a gift alone is no swap').toBe('CANCELED');
  });

  it('is looked at again once it is final', async () => {
    const { id } = await d.buys();
    const { version, fees } = (await d.stored(id)).trade;
    expect((await d.last(id)).swap).toMatchObject({ finalizedAt: null });
    d.tokens.list('So11111111111111111111111111111111111111112', '300', 9);
    await d.sync(40);
    expect((await d.last(id)).swap!.finalizedAt).toEqual(d.clock.now());
    await d.sync(40);
    const { trade } = await d.stored(id);
    expect(trade.version, 'nothing is written once it is final').toBe(version + 1);
    expect(trade.fees.toFixed(), 'at the price of its moment').toBe(fees.toFixed());
  });

  it('that vanishes after it was booked is CRITICAL, and for a person', async () => {
    const { id } = await d.buys();
    d.chain.vanish('signature-1');
    d.chain.expire();
    await d.sync();
    expect(await d.status(id)).toBe('OPEN');
    await d.sync();
    expect(await d.status(id)).toBe('NEEDS_REVIEW');
    expect(await d.alerts()).toContain('NEEDS_REVIEW');
  });

  it('that landed and moved something else costs its fee, frees its token and is for a person', async () => {
    d.chain.luck.push('STRAYS');
    const { id } = await d.buys();
    const { trade, orders } = await d.stored(id);
    expect([trade.status, trade.fees.toFixed()]).toEqual([
      'NEEDS_REVIEW',
      solDollars(FEE).toFixed(),
    ]);
    expect(orders.map(({ status }) => status)).toEqual(['REJECTED']);
    expect(await d.alerts()).toContain('NEEDS_REVIEW');
    expect(await d.status((await d.buys()).id), 'the next purchase').toBe('OPEN');
    d.chain.expire();
    await d.sync(40);
    expect(await d.status(id)).toBe('NEEDS_REVIEW');
  });

  it('is booked without a price of SOL, and its fee once there is one', async () => {
    d.solIsKnown = false;
    const { id } = await d.buys();
    const booked = (await d.stored(id)).trade;
    expect([booked.status, booked.fees.toFixed()]).toEqual(['OPEN', '0']);
    await d.sync(40);
    expect((await d.stored(id)).trade.version, 'nothing new is known').toBe(booked.version);
    d.solIsKnown = true;
    await d.sync();
    const { trade, orders } = await d.stored(id);
    expect(trade.fees.toFixed()).toBe(solDollars(FEE + RENT).toFixed());
    expect(orders[0]!.swap!.finalizedAt).not.toBeNull();
  });

  it('is one, however many servers are asked at once with the same key', async () => {
    const ticket = await d.confirmed();
    const servers = [d.desk, d.server(undefined, true)];
    const placed = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) => d.place(ticket, ADA, servers[n % 2])),
    );
    expect(placed.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await d.trades()).toBe(1);
    expect(d.chain.landings()).toBe(1);
    expect(d.chain.sent).toHaveLength(1);
  });
});
