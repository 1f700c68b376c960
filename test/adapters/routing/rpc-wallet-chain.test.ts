import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RpcWalletChain } from '../../../server/adapters/routing/rpc-wallet-chain.ts';
import { RpcHost } from '../../../server/adapters/solana/rpc-host.ts';
import { SolanaRpc } from '../../../server/adapters/solana/solana-rpc.ts';
import { TOKEN_2022 } from '../../../server/domain/swap/inspection/programs.ts';
import { WalletUnread } from '../../../server/ports/wallets.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { RecordingLog } from '../../support/fakes/recording-log.ts';
import { named } from '../../venues/solana/accounts.ts';
import { EmulatedChain } from '../../venues/solana/emulated-chain.ts';
import { rpcError, SolanaRpcEmulator } from '../../venues/solana-rpc-emulator.ts';
import { BONK, SOL, USDC } from '../../venues/tokens/emulated-token.ts';

const OWNER = named('a wallet');
const DUST = named('dust of a stranger');

describe('a wallet on the chain', () => {
  const clock = new FakeClock();
  const log = new RecordingLog();
  let chain: EmulatedChain;
  let rpc: SolanaRpcEmulator;
  let wallets: RpcWalletChain;
  beforeEach(async () => {
    chain = new EmulatedChain();
    chain.mint(USDC, { decimals: 6 });
    chain.mint(BONK, { decimals: 5 });
    chain.mint(DUST, { decimals: 2 }, TOKEN_2022);
    chain.fund(OWNER, 1_234_567_890n);
    chain.give({ mint: USDC, owner: OWNER, amount: 5_000_001n });
    rpc = await SolanaRpcEmulator.start(chain);
    const host = new RpcHost({ url: rpc.url, clock, log, timeoutMs: 300 });
    wallets = new RpcWalletChain(new SolanaRpc(host), clock);
  });
  afterEach(async () => {
    chain.close();
    await rpc.close();
  });

  const holding = async (mint: string) =>
    (await wallets.look(OWNER)).holdings.find((each) => each.mint === mint);

  it('is read in raw units, of both token programs, with slot and time', async () => {
    chain.give({ mint: BONK, owner: OWNER, amount: 7n });
    chain.give({ mint: DUST, owner: OWNER, amount: 42n }, TOKEN_2022);
    const look = await wallets.look(OWNER);
    expect(look).toMatchObject({ wallet: OWNER, slot: Number(chain.slot), readAt: clock.now() });
    expect(look.lamports).toBe(1_234_567_890n);
    const told = look.holdings.map(({ mint, raw, decimals, program }) => ({
      ...{ mint, raw, decimals, program },
    }));
    expect(told).toEqual(
      [
        { mint: SOL, raw: 1_234_567_890n, decimals: 9, program: null },
        { mint: USDC, raw: 5_000_001n, decimals: 6, program: 'SPL_TOKEN' },
        { mint: BONK, raw: 7n, decimals: 5, program: 'SPL_TOKEN' },
        { mint: DUST, raw: 42n, decimals: 2, program: 'TOKEN_2022' },
      ].sort((a, b) => (a.mint < b.mint ? -1 : 1)),
    );
  });

  it('counts wrapped SOL as SOL, and tells what is frozen', async () => {
    chain.give({ mint: SOL, owner: OWNER, amount: 1_000_000_000n });
    chain.give({ mint: BONK, owner: OWNER, amount: 9n, frozen: true });
    expect(await holding(SOL)).toMatchObject({ raw: 2_234_567_890n, decimals: 9 });
    expect(await holding(BONK)).toMatchObject({ raw: 9n, frozen: 9n });
  });

  it('asks for the decimals of a mint once, and for few mints at a time', async () => {
    for (let n = 0; n < 30; n += 1) {
      const mint = named(`spam ${n}`);
      chain.mint(mint, { decimals: 3 });
      chain.give({ mint, owner: OWNER, amount: 1n });
    }
    const unknown = async () =>
      (await wallets.look(OWNER)).holdings.filter(({ decimals }) => decimals === null).length;
    expect([await unknown(), await unknown(), await unknown()]).toEqual([10, 0, 0]);
    expect(rpc.count('getMultipleAccounts')).toBe(30);
  });

  it.each([
    ['silence', { hangUp: true }],
    ['a refusal for now', { status: 429, headers: { 'retry-after': '60' } }],
    ['an error', rpcError(-32603, 'Internal error')],
  ])('is read all the same where %s meets what strangers sent', async (_what, misfortune) => {
    chain.give({ mint: DUST, owner: OWNER, amount: 42n }, TOKEN_2022);
    chain.give({ mint: BONK, owner: OWNER, amount: 7n });
    rpc.fail('getMultipleAccounts', misfortune);
    const { holdings } = await wallets.look(OWNER);
    expect(holdings.find(({ mint }) => mint === USDC)).toMatchObject({ raw: 5_000_001n });
    expect(holdings.filter(({ decimals }) => decimals === null)).toHaveLength(2);
    expect(rpc.count('getMultipleAccounts')).toBe(1);
  });

  it('asks at the next reading for the mints that had no answer', async () => {
    chain.give({ mint: DUST, owner: OWNER, amount: 42n }, TOKEN_2022);
    chain.give({ mint: BONK, owner: OWNER, amount: 7n });
    rpc.fail('getMultipleAccounts', { hangUp: true });
    expect(await holding(DUST)).toMatchObject({ raw: 42n, decimals: null });
    expect(await holding(DUST)).toMatchObject({ raw: 42n, decimals: 2 });
    expect(await holding(BONK)).toMatchObject({ raw: 7n, decimals: 5 });
  });

  it('is not read while no answer is had for the mint of what is booked', async () => {
    chain.give({ mint: BONK, owner: OWNER, amount: 7n });
    const host = new RpcHost({ url: rpc.url, clock, log, timeoutMs: 300 });
    const booking = new RpcWalletChain(new SolanaRpc(host), clock, async () => [BONK]);
    rpc.fail('getMultipleAccounts', { hangUp: true });
    await expect(booking.look(OWNER)).rejects.toThrow(WalletUnread);
    expect((await booking.look(OWNER)).holdings).toContainEqual(
      expect.objectContaining({ mint: BONK, raw: 7n, decimals: 5 }),
    );
  });

  it('asks less and less often for a mint that cannot be read', async () => {
    chain.give({ mint: named('no mint'), owner: OWNER, amount: 1n });
    for (let n = 0; n < 36; n += 1) {
      await wallets.look(OWNER);
      clock.advance(5 * 60_000);
    }
    // The chain is asked at once, and after 10, 30, 70 and 150 minutes.
    expect(rpc.count('getMultipleAccounts')).toBe(5);
  });

  it.each([
    ['is silent', () => rpc.fail('*', { hangUp: true }, 50)],
    [
      'is of another cluster',
      () => void (rpc.genesis = 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG'),
    ],
    ['has fallen behind', () => void (rpc.behind = 50n)],
  ])('is not read while its RPC %s, and no word tells its address', async (_what, befalls) => {
    await wallets.look(OWNER);
    befalls();
    const other = new RpcWalletChain(
      new SolanaRpc(new RpcHost({ url: rpc.url, clock, log, timeoutMs: 300 })),
      clock,
    );
    const reader = rpc.behind > 0n ? wallets : other;
    const error = await reader.look(OWNER).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(WalletUnread);
    expect(`${String(error)} ${JSON.stringify(log)}`).not.toContain(rpc.key);
  });
});
