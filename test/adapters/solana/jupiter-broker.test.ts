import { expect, it, type TestContext } from 'vitest';
import { JupiterBroker } from '../../../server/adapters/solana/jupiter-broker.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import type { PreparedSwap } from '../../../server/domain/order/prepared-swap.ts';
import {
  BrokerRejected,
  BrokerUnreachable,
  InspectionRefused,
  type Submission,
} from '../../../server/ports/broker.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { FakeTokenTrading } from '../../support/fakes/fake-token-trading.ts';
import { anOrder, aToken } from '../../support/values/builders.ts';
import type { ExecuteFault } from '../../venues/solana/emulated-swaps.ts';
import { associated } from '../../venues/solana/accounts.ts';
import { BONK, EMULATED_TOKENS, SOL, USDC } from '../../venues/tokens/emulated-token.ts';
import { solanaScene } from './solana-scene.ts';

const TOKEN = aToken({ symbol: BONK, underlying: BONK });
const HUNDRED = 100_000_000n;
const priceOf = (mint: string) =>
  EMULATED_TOKENS.find((token) => token.mint === mint)!.price.toString();

/** A wallet with a thousand USDC, whose swaps go over the wire. */
async function walletScene(test: TestContext) {
  const scene = await solanaScene(test);
  const { chain, wallet, signer, inspector, swaps, clock } = scene;
  chain.give({ mint: USDC, owner: wallet.address, amount: 10n * HUNDRED });
  const tokens = new FakeTokenTrading(new FakeClock());
  tokens.list(BONK, priceOf(BONK), TOKEN.decimals);
  tokens.list(SOL, priceOf(SOL), 9);
  let stopping = false;
  const broker = new JupiterBroker({
    ...{ username: 'ada', chain: scene.solana, orders: swaps, inspector, signer, tokens, clock },
    limits: async () => [],
    booked: async () => [BONK, USDC],
    landed: { lastSlot: async () => null, between: async () => [] },
    isStopping: () => stopping,
    pause: async () => undefined,
  });
  const units = (mint: string) => {
    const account = chain.account(associated(wallet.address, mint));
    return account ? new DataView(account.data.slice(64, 72).buffer).getBigUint64(0, true) : 0n;
  };
  const lamports = () => chain.account(wallet.address)?.lamports ?? 0n;
  /** Prepares, stores, signs and sends a swap, as the desk does. */
  const swapped = async (submission: Submission) => {
    const prepared = await broker.prepare(submission);
    const signed = await prepared.sign();
    const swap: PreparedSwap = { ...prepared.swap, lastValidHeight: signed.lastValidHeight };
    const silence = await signed.send().then(
      () => null,
      (error: unknown) => error,
    );
    const sent = stored(submission, { swap, venueOrderId: signed.venueOrderId });
    return { sent, silence, fate: () => broker.fateOf(sent) };
  };
  return { ...scene, broker, tokens, units, lamports, swapped, stop: () => (stopping = true) };
}

function stored(submission: Submission, parts: Partial<Order>): Submission {
  return { ...submission, orders: [{ ...submission.orders[0]!, ...parts }] };
}

function bonk(parts: Partial<Order> = {}): Submission {
  const order = anOrder({
    ...{ role: 'ENTRY', side: 'BUY', type: 'MARKET', limitPrice: null, tag: 'tag-1' },
    ...{ quantity: dec(100).div(priceOf(BONK)).toDecimalPlaces(5), pays: dec(100) },
    ...{ slippagePct: dec(1), ...parts },
  });
  return { shape: 'SINGLE', tag: order.tag, instrument: TOKEN, orders: [order] };
}

it('books what the wallet lost and got on the chain, to the last raw unit and lamport', async (test) => {
  const d = await walletScene(test);
  const before = { usdc: d.units(USDC), lamports: d.lamports() };
  const { fate, silence } = await d.swapped(bonk());
  expect(silence).toBeNull();
  const told = await fate();
  const report = told.kind === 'LANDED' ? told.report : null;
  expect(report).toMatchObject({ status: 'FILLED', tag: 'tag-1', symbol: BONK });
  expect(report!.filledQuantity.times(100_000).toFixed()).toBe(String(d.units(BONK)));
  expect(d.units(BONK)).toBeGreaterThan(0n);
  const paid = before.usdc - d.units(USDC);
  expect(report!.filledValue!.times(1_000_000).toFixed()).toBe(String(paid));
  const fees = dec((before.lamports - d.lamports()).toString())
    .times(priceOf(SOL))
    .div(1e9);
  expect(report!.fees!.toFixed()).toBe(fees.toDecimalPlaces(12).toFixed());
  expect(d.jupiter.swaps.executed).toHaveLength(1);
});

it('buys for SOL and sells it again, with network and rent apart from the price', async (test) => {
  const d = await walletScene(test);
  const forSol = { ...bonk(), instrument: { ...TOKEN, settlement: 'SOL' } as const };
  const start = d.lamports();
  const bought = await (await d.swapped(forSol)).fate();
  const got = d.units(BONK);
  const quantity = dec(got.toString()).div(100_000);
  const sale = bonk({ role: 'CLOSE', side: 'SELL', pays: null, quantity, tag: 'tag-2' });
  const sold = await (await d.swapped({ ...sale, instrument: forSol.instrument })).fate();
  const reports = [bought, sold].map((fate) => (fate.kind === 'LANDED' ? fate.report : null)!);
  expect(reports.map(({ status }) => status)).toEqual(['FILLED', 'FILLED']);
  expect(d.units(BONK)).toBe(0n);
  const [cost, proceeds] = reports.map(({ filledValue }) => filledValue!);
  const fees = reports[0]!.fees!.plus(reports[1]!.fees!);
  const lost = dec((start - d.lamports()).toString())
    .times(priceOf(SOL))
    .div(1e9);
  expect(cost!.minus(proceeds!).plus(fees).minus(lost).abs().toNumber()).toBeLessThan(1e-11);
});

const FAULTS: readonly [string, ExecuteFault, 'LANDED' | 'OPEN', boolean][] = [
  ['was processed already', { lands: true, code: -1000 }, 'LANDED', true],
  ['has expired, and landed', { lands: true, code: -1005 }, 'LANDED', true],
  ['is not known any more', { lands: true, code: -1 }, 'LANDED', true],
  ['never landed', { lands: false, code: -1000 }, 'OPEN', true],
  ['has landed, and has not', { lands: false, code: 0 }, 'OPEN', false],
  ['failed on chain, and has not', { lands: false, code: 6001 }, 'OPEN', false],
];
it.for(FAULTS)(
  'believes the chain when Jupiter says that it %s',
  async ([, fault, kind, isSilent], test) => {
    const d = await walletScene(test);
    d.jupiter.swaps.faults.push(fault);
    const { fate, silence } = await d.swapped(bonk());
    expect(silence instanceof BrokerUnreachable).toBe(isSilent);
    expect((await fate()).kind).toBe(kind);
    d.chain.advance(150 + 32);
    expect((await fate()).kind, 'its last height is not passed').toBe(kind);
    d.chain.advance(2);
    expect((await fate()).kind).toBe(kind === 'OPEN' ? 'ABSENT' : kind);
  },
);

it('costs its fee and fills nothing when it fails on chain', async (test) => {
  const d = await walletScene(test);
  const before = d.lamports();
  const prepared = await d.broker.prepare(bonk());
  d.chain.payout = (quoted) => quoted / 2n;
  const signed = await prepared.sign();
  await signed.send();
  const swap = { ...prepared.swap, lastValidHeight: signed.lastValidHeight };
  const told = await d.broker.fateOf(stored(bonk(), { swap, venueOrderId: signed.venueOrderId }));
  const report = told.kind === 'LANDED' ? told.report : null;
  expect(report!.status).toBe('REJECTED');
  expect(report!.reason).toContain('6001');
  expect([d.units(BONK), d.units(USDC)]).toEqual([0n, 10n * HUNDRED]);
  const fees = dec((before - d.lamports()).toString())
    .times(priceOf(SOL))
    .div(1e9);
  expect(report!.fees!.toFixed()).toBe(fees.toDecimalPlaces(12).toFixed());
});

it('proves nothing absent by an RPC that lags, has no history or is of another chain', async (test) => {
  const d = await walletScene(test);
  d.jupiter.swaps.faults.push({ lands: true, code: -1000 });
  const { fate } = await d.swapped(bonk());
  d.chain.advance(400);
  d.rpc.behind = 395n;
  const lagging = await fate().catch((error: unknown) => error);
  expect(lagging).not.toMatchObject({ kind: 'ABSENT' });
  d.rpc.heal();
  d.rpc.genesis = 'GH7ome3EiwEr7tu9JuTh2dpYWBJK3z69Xm1ZE3MEE6JC';
  await expect(d.broker.orders()).rejects.toThrow(BrokerUnreachable);
  d.rpc.heal();
  expect(await fate()).toMatchObject({ kind: 'LANDED' });
});

it('tells that what it told before has vanished', async (test) => {
  const d = await walletScene(test);
  const { sent, fate } = await d.swapped(bonk());
  const told = await fate();
  expect(told).toMatchObject({ kind: 'LANDED', report: { landed: { finalizedAt: null } } });
  const { landed } = (told as Extract<typeof told, { kind: 'LANDED' }>).report;
  const [order] = sent.orders;
  d.chain.vanish(order!.venueOrderId!);
  d.chain.advance(400);
  const booked = stored(sent, { swap: { ...order!.swap!, ...landed } });
  expect(await d.broker.fateOf(booked)).toEqual({ kind: 'ABSENT' });
});

it('signs nothing that is tampered with, too dear or more than is held', async (test) => {
  const d = await walletScene(test);
  d.jupiter.swaps.tamper = ({ json }) => void (json['swapMode'] = 'ExactOut');
  const refused = await d.broker.prepare(bonk()).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(InspectionRefused);
  expect((refused as InspectionRefused).checks.some(({ passed }) => !passed)).toBe(true);
  d.jupiter.swaps.tamper = null;
  const more = bonk({ pays: dec(2000), quantity: dec(2000).div(priceOf(BONK)).floor() });
  await expect(d.broker.prepare(more)).rejects.toThrow(/takes 2000 USDC.*holds 1000/);
  d.tokens.quoteAt(BONK, dec(priceOf(BONK)).times(2).toFixed());
  await expect(d.broker.prepare(bonk())).rejects.toThrow(BrokerRejected);
  expect(d.jupiter.swaps.executed).toEqual([]);
});

it('keeps the promises of any broker without a list of its own', async (test) => {
  const d = await walletScene(test);
  const asked = () => d.jupiter.requests.filter(({ query }) => query['taker'] !== undefined).length;
  const preview = await d.broker.preview(bonk());
  expect(preview.cost!.minus(100).abs().toNumber()).toBeLessThan(1);
  expect(preview.fees!.greaterThan(0)).toBe(true);
  expect(asked(), 'a preview names no wallet').toBe(0);
  await expect(d.broker.place()).rejects.toThrow(BrokerRejected);
  await expect(d.broker.change()).rejects.toThrow(BrokerRejected);
  await expect(d.broker.cancel()).resolves.toBeUndefined();
  expect(await d.broker.order('any')).toBeNull();
  expect(await d.broker.orders()).toEqual({ listed: [], complete: false, unread: [] });
  expect(await d.broker.accountHistory()).toBeNull();
  expect(await d.broker.closedPositions()).toBeNull();
  const { listed } = await d.broker.positions();
  expect(listed.map(({ symbol, quantity }) => `${symbol} ${quantity.toFixed()}`)).toEqual([
    `${USDC} 1000`,
  ]);
  const sol = dec(d.lamports().toString()).div(1e9).times(priceOf(SOL));
  expect((await d.broker.balances()).cash!.toFixed()).toBe(sol.plus(1000).toFixed());
});

it('signs nothing once the desk stops', async (test) => {
  const d = await walletScene(test);
  const prepared = await d.broker.prepare(bonk());
  d.stop();
  await expect(prepared.sign()).rejects.toThrow(/stops/);
  expect(d.jupiter.swaps.executed).toEqual([]);
});
