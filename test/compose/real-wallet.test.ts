import { chmodSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverDatabases } from '../support/servers/server-databases.ts';
import { WalletServer } from '../support/desks/wallet-server.ts';
import { until } from '../support/values/until.ts';
import { BONK, SOL, USDC } from '../venues/tokens/emulated-token.ts';

const STATUS = '{ systemStatus(mode: REAL) { armPhrase armed } }';
const HOLDINGS = `{ holdings(mode: REAL) { wallet named leftOut source slot ageSeconds feeSol keptSol
  holdings { mint rawAmount quantity booked unbooked money slot } } }`;
const ARM = 'mutation($p: String!) { armRealTrading(phrase: $p) { armed } }';
const USAGE = '{ providerUsage { provider counted serverWide used allowance } }';
const CHECK = 'mutation { checkProvider(provider: SOLANA) { ok message latencyMs steps { ok } } }';

interface Status {
  readonly systemStatus: { readonly armPhrase: string | null; readonly armed: boolean };
}
interface Held {
  readonly wallet: string | null;
  readonly named: boolean;
  readonly leftOut: string | null;
  readonly slot: string | null;
  readonly holdings: readonly Record<string, unknown>[];
}

describe.each(serverDatabases())('the wallet of a desk, on %s', (_, open) => {
  let t: WalletServer;
  let address: string;
  beforeAll(async () => {
    t = await WalletServer.start(open);
    address = t.world.wallet.address;
    t.world.chain.give({ mint: USDC, owner: address, amount: 2_500_000_000n });
    t.world.chain.give({ mint: BONK, owner: address, amount: 123_456_789n });
    await t.signUp('ada');
    await t.signUp('cleo');
  });
  afterAll(() => t.close());

  const status = async (name = 'ada') => (await t.ask<Status>(name, STATUS)).systemStatus;
  const holdings = async (name = 'ada') =>
    (await t.ask<{ holdings: Held }>(name, HOLDINGS)).holdings;
  const phrase = () => `TRADE REAL MONEY IN WALLET ${address}`;
  const disarm = () => t.ask('ada', 'mutation { disarmRealTrading { armed } }');

  it('is read soon after the start, and its USDC and SOL are deposits', async () => {
    await until('a wallet that was read', async () => (await holdings()).slot !== null);
    const found = await holdings();
    expect(found).toMatchObject({
      wallet: address,
      named: true,
      leftOut: null,
      source: 'solana-rpc',
    });
    expect(found).toMatchObject({ feeSol: '10', keptSol: '0.02' });
    const of = (mint: string) => found.holdings.find((each) => each.mint === mint);
    expect(of(BONK)).toMatchObject({
      rawAmount: '123456789',
      unbooked: '1234.56789',
      money: false,
    });
    expect(of(SOL)).toMatchObject({ quantity: '10', money: true });
    await until('deposits', async () => {
      const { portfolio } = await t.ask<{ portfolio: { deposits: string; connected: boolean } }>(
        'ada',
        '{ portfolio(mode: REAL) { deposits connected } }',
      );
      return portfolio.connected && portfolio.deposits === '3707.83';
    });
  });

  it('is armed by an ADMIN alone, by its whole address', async () => {
    expect(await status()).toEqual({ armPhrase: phrase(), armed: false });
    expect(await status('cleo')).toEqual({ armPhrase: null, armed: false });
    expect(await holdings('cleo')).toMatchObject({ wallet: null, leftOut: null, holdings: [] });
    const wrong = await t.answer('ada', ARM, { p: phrase().toLowerCase() });
    expect([wrong.code, wrong.field]).toEqual(['BAD_USER_INPUT', 'phrase']);
    await t.ask('ada', ARM, { p: phrase() });
    expect((await status()).armed).toBe(true);
    await disarm();
  });

  it('is armed together with an account at Tradier', async () => {
    const { token, accountId } = t.tradier;
    await t.settle('ada', { tradierLive: { token, accountId } });
    const both = `TRADE REAL MONEY IN TRADIER ${accountId} AND WALLET ${address}`;
    expect((await status()).armPhrase).toBe(both);
    await t.ask('ada', ARM, { p: both });
    expect((await status()).armed).toBe(true);
    await t.settle('ada', { tradierLive: { token: null, accountId: null } });
    expect(await status()).toEqual({ armPhrase: phrase(), armed: false });
  });

  it('is left out where settings name another address, and says so', async () => {
    await t.ask('ada', ARM, { p: phrase() });
    await t.settle('ada', { wallet: BONK });
    expect(await status()).toEqual({ armPhrase: null, armed: false });
    const leftOut = `The desk’s wallet ${address} is left out: your settings name ${BONK}.`;
    expect(await holdings()).toMatchObject({ named: false, leftOut });
    expect((await t.answer('ada', ARM, { p: phrase() })).code).toBe('REAL_MODE_DISABLED');
    const { checkProvider } = await t.ask<{ checkProvider: { ok: boolean; message: string } }>(
      'ada',
      CHECK,
    );
    expect(checkProvider.ok).toBe(false);
    expect(checkProvider.message).toContain(leftOut);
    await t.settle('ada', { wallet: address });
    expect((await status()).armPhrase).toBe(phrase());
    await t.settle('ada', { wallet: null });
  });

  it('is not armed while its file is open to others, or its RPC is of another cluster', async () => {
    const { wallet, rpc } = t.world;
    chmodSync(wallet.file, 0o644);
    const open = await t.answer('ada', ARM, { p: phrase() });
    chmodSync(wallet.file, 0o600);
    expect([open.code, open.field]).toEqual(['BAD_USER_INPUT', 'wallet']);
    expect(open.text).toContain('0644');
    rpc.genesis = 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG';
    const elsewhere = await t.answer('ada', ARM, { p: phrase() });
    rpc.heal();
    expect(elsewhere.code).toBe('VENUE_UNAVAILABLE');
    expect(elsewhere.text).not.toContain(rpc.key);
    expect((await status()).armed).toBe(false);
  });

  it('is checked with its latency, in words without the address of the RPC', async () => {
    const { checkProvider } = await t.ask<{ checkProvider: { latencyMs: number } }>('ada', CHECK);
    expect(checkProvider).toMatchObject({ ok: true, steps: [{ ok: true }, { ok: true }] });
    expect(checkProvider.latencyMs).toBeGreaterThanOrEqual(0);
    expect(JSON.stringify(checkProvider)).toContain(`The wallet ${address} has 10 SOL for fees.`);
    const { providerUsage } = await t.ask<{ providerUsage: object[] }>('ada', USAGE);
    const calls = { provider: 'SOLANA', counted: 'CALLS', serverWide: true, allowance: 600 };
    expect(providerUsage).toContainEqual({ ...calls, used: expect.any(Number) as number });
    expect(JSON.stringify(providerUsage)).toContain('"SWAPS"');
    t.world.rpc.fail('*', { hangUp: true }, 20);
    const failed = await t.answer('ada', CHECK);
    t.world.rpc.heal();
    expect(failed.text).toContain('"ok":false');
    expect(failed.text).not.toContain(t.world.rpc.key);
  });

  it('has what nobody booked adopted over the API, once for one confirmation', async () => {
    const input = {
      ...{ mode: 'REAL', idempotencyKey: 'adopt-over-the-api', mint: BONK, quantity: '1000' },
      ...{ cost: '12.5', note: 'bought elsewhere' },
    };
    const preview =
      'query($i: AdoptHoldingInput!) { previewAdoption(input: $i) { confirmationToken unbooked ticker slot } }';
    const adopt =
      'mutation($i: AdoptHoldingInput!) { adoptHolding(input: $i) { id mode status openQuantity entryPrice adoptedAt orders { id } } }';
    const { previewAdoption } = await t.ask<{ previewAdoption: { confirmationToken: string } }>(
      'ada',
      preview,
      { i: input },
    );
    expect(previewAdoption).toMatchObject({ unbooked: '1234.56789', ticker: 'Bonk' });
    const { confirmationToken } = previewAdoption;
    expect((await t.answer('ada', adopt, { i: input })).code).toBe('CONFIRMATION_REQUIRED');
    const foreign = await t.answer('cleo', adopt, { i: { ...input, confirmationToken } });
    expect(foreign.code).toBe('CONFIRMATION_REQUIRED');
    const confirmed = { i: { ...input, confirmationToken } };
    const { adoptHolding } = await t.ask<{ adoptHolding: Record<string, unknown> }>(
      'ada',
      adopt,
      confirmed,
    );
    expect(adoptHolding).toMatchObject({
      ...{ mode: 'REAL', status: 'OPEN', openQuantity: '1000', entryPrice: '0.0125', orders: [] },
      adoptedAt: expect.any(String) as string,
    });
    const again = await t.ask<{ adoptHolding: { id: string } }>('ada', adopt, confirmed);
    expect(again.adoptHolding.id).toBe(adoptHolding.id);
    const found = (await holdings()).holdings.find(({ mint }) => mint === BONK);
    expect(found).toMatchObject({ booked: '1000', unbooked: '234.56789' });
  });

  it('is not opened while REAL_TRADING is off, and a file without a keypair is refused while it is on', async () => {
    writeFileSync(t.world.wallet.file, 'no keypair');
    await expect(t.restart()).rejects.toThrow(/WALLET_KEYPAIR: it holds no keypair/);
    const before = t.world.rpc.requests.length;
    await t.restart({ REAL_TRADING: 'off' });
    expect(await status()).toEqual({ armPhrase: null, armed: false });
    const found = await holdings();
    expect(found).toMatchObject({ wallet: address, named: false });
    expect(found.holdings.find(({ mint }) => mint === BONK)).toMatchObject({ booked: '1000' });
    expect((await t.answer('ada', CHECK)).code).toBe('BAD_USER_INPUT');
    expect(t.world.rpc.requests.length).toBe(before);
  });
});
