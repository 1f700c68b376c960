import { describe, expect, it } from 'vitest';
import { RpcHost } from '../../../server/adapters/solana/rpc-host.ts';
import { SolanaRpc } from '../../../server/adapters/solana/solana-rpc.ts';
import { ChainUnknown, type ChainTrouble } from '../../../server/ports/solana-chain.ts';
import { named, TOKEN_RENT } from '../../venues/solana/accounts.ts';
import { rpcError } from '../../venues/solana-rpc-emulator.ts';
import type { Misfortune } from '../../venues/wire-server.ts';
import { BONK, USDC } from '../../venues/tokens/emulated-token.ts';
import { solanaScene, termsOf, troubleOf, type SolanaScene } from './solana-scene.ts';

/** A swap of 100 USDC that has landed. */
async function swapped(scene: SolanaScene, paid: (quoted: bigint) => bigint = (quoted) => quoted) {
  const { chain, wallet, swaps, inspector, signer } = scene;
  chain.give({ mint: USDC, owner: wallet.address, amount: 10n ** 9n });
  const asked = termsOf(wallet.address);
  const offer = await swaps.order({ ...asked, taker: wallet.address }, 'ENTRY');
  const { swap } = await inspector.inspect({ ...asked, floor: offer.leastOutAmount }, offer);
  chain.payout = paid;
  const signed = await signer.sign(swap!);
  const said = await swaps.execute(signed);
  return { offer, signed, said, id: signed.signature };
}

const OTHER = { json: { jsonrpc: '2.0', id: 1, result: 'something else' } };

describe('our RPC', () => {
  it('tells slot, height and blockhash, by how sure they are', async (test) => {
    const { solana, chain } = await solanaScene(test);
    chain.confirmDepth = 2n;
    expect(await solana.tip('finalized')).toEqual({ slot: 10_968n, blockHeight: 9_968n });
    expect(await solana.blockHeight('confirmed')).toBe(9_998n);
    const { blockhash, lastValidBlockHeight } = await solana.latestBlockhash('processed');
    expect([blockhash, lastValidBlockHeight]).toEqual([chain.blockhash, 10_150n]);
    chain.advance(151);
    expect(await solana.isBlockhashValid(blockhash, 'processed')).toBe(false);
    expect(await solana.isBlockhashValid(chain.blockhash, 'processed')).toBe(true);
  });

  it.for<[string, ChainTrouble, Misfortune]>([
    ['does not answer', 'SILENT', { silent: true }],
    ['hangs up', 'SILENT', { hangUp: true }],
    ['is down', 'SILENT', { status: 502, html: '<html>bad gateway</html>' }],
    ['refuses the key', 'REFUSED', { status: 403, json: { error: 'bad key rpc-key-5f1e' } }],
    ['knows no such method', 'REFUSED', rpcError(-32601)],
    ['is behind by its own word', 'LAGS', rpcError(-32005)],
    ['has not got to a slot', 'LAGS', rpcError(-32016)],
    ['answers with another shape', 'UNREADABLE', OTHER],
    ['answers another question', 'UNREADABLE', { json: { jsonrpc: '2.0', id: 77, result: 1 } }],
    ['answers with nothing', 'UNREADABLE', { text: '' }],
  ])('that %s is %s', async ([, trouble, misfortune], test) => {
    const { solana, rpc, clock, log } = await solanaScene(test);
    await solana.checkCluster();
    rpc.fail('getBalance', misfortune);
    const host = new RpcHost({ url: rpc.url, clock, log, timeoutMs: 300 });
    const asked = misfortune.silent
      ? host.call('getBalance', [], 'ENTRY')
      : solana.balance(named('a'));
    expect(await troubleOf(asked)).toBe(trouble);
    expect(await troubleOf(solana.balance(named('anybody')))).toBeNull();
  });

  it('is asked once more after a 429, and not again after the second', async (test) => {
    const { solana, rpc, host } = await solanaScene(test);
    await solana.checkCluster();
    const soon = { status: 429, headers: { 'retry-after': '0' } };
    rpc.fail('getBalance', soon);
    expect(await solana.balance(named('anybody'))).toBe(0n);
    rpc.fail('getBalance', soon, 2);
    expect(await troubleOf(solana.balance(named('anybody')))).toBe('BUSY');
    expect(rpc.count('getBalance')).toBe(4);
    expect(host.usage().putOff).toBeGreaterThan(0);
  });

  it('shows neither its address nor its words, in errors, logs or figures', async (test) => {
    const { solana, rpc, log, host } = await solanaScene(test);
    await solana.checkCluster();
    const echo = { status: 403, json: { error: { code: -32000, message: `no: ${rpc.url}` } } };
    rpc.fail('getBalance', echo);
    const told: unknown[] = [await solana.balance(named('a')).catch((error: unknown) => error)];
    await rpc.close();
    told.push(await solana.balance(named('a')).catch((error: unknown) => error));
    const { inspect } = await import('node:util');
    const text = [...told, host, solana, host.usage(), ...log.lines].map((each) =>
      inspect(each, { depth: 9, showHidden: true }),
    );
    expect(told).toEqual([expect.any(ChainUnknown), expect.any(ChainUnknown)]);
    expect(log.lines.length).toBeGreaterThan(0);
    for (const secret of [rpc.key, '127.0.0.1']) expect(text.join('\n')).not.toContain(secret);
  });

  it('of another cluster is asked nothing', async (test) => {
    const { solana, rpc } = await solanaScene(test);
    rpc.genesis = named('devnet');
    expect(await troubleOf(solana.balance(named('anybody')))).toBe('OTHER_CLUSTER');
    expect(rpc.count('getBalance')).toBe(0);
  });

  it('that moves to another cluster while we run is found within ten minutes', async (test) => {
    const { rpc, clock, log } = await solanaScene(test);
    let now = 0;
    const solana = new SolanaRpc(new RpcHost({ url: rpc.url, clock, log }), undefined, () => now);
    await solana.balance(named('anybody'));
    rpc.genesis = named('devnet');
    now = 599_000;
    expect(await troubleOf(solana.balance(named('anybody')))).toBeNull();
    now = 600_000;
    expect(await troubleOf(solana.balance(named('anybody')))).toBe('OTHER_CLUSTER');
    await expect(solana.checkCluster()).rejects.toThrow('another cluster');
  });

  it('that falls behind what it has shown proves nothing', async (test) => {
    const { solana, rpc } = await solanaScene(test);
    const id = named('a signature');
    await solana.balance(named('anybody'));
    await solana.signatureStatuses([id]);
    await solana.blockHeight('finalized');
    rpc.behind = 33n;
    expect(await troubleOf(solana.balance(named('anybody')))).toBe('LAGS');
    expect(await troubleOf(solana.signatureStatuses([id]))).toBe('LAGS');
    expect(await troubleOf(solana.blockHeight('finalized'))).toBe('LAGS');
    rpc.behind = 32n;
    expect(await troubleOf(solana.signatureStatuses([id]))).toBeNull();
    expect(await troubleOf(solana.balance(named('anybody')))).toBeNull();
  });

  it('that answers about more signatures than asked contradicts itself', async (test) => {
    const { solana, rpc } = await solanaScene(test);
    await solana.checkCluster();
    const value = { context: { slot: 11_000 }, value: [null, null] };
    rpc.fail('getSignatureStatuses', { json: { jsonrpc: '2.0', id: 2, result: value } });
    expect(await troubleOf(solana.signatureStatuses([named('a')]))).toBe('CONTRADICTS');
  });
});

describe('a transaction on the chain', () => {
  it('is confirmed, then final, with all that it changed', async (test) => {
    const scene = await solanaScene(test);
    const { solana, chain, wallet } = scene;
    chain.confirmDepth = 1n;
    const { id, offer } = await swapped(scene);
    expect((await solana.signatureStatuses([id])).statuses[0]).toMatchObject({
      ...{ commitment: 'processed', error: null, slot: 11_001n },
    });
    expect(await solana.landed(id, 'confirmed')).toBeNull();
    chain.advance();
    expect((await solana.signatureStatuses([id])).statuses[0]?.commitment).toBe('confirmed');
    const landed = (await solana.landed(id, 'confirmed'))!;
    expect(await solana.landed(id, 'finalized')).toBeNull();
    const ours = landed.tokens.filter(({ owner }) => owner === wallet.address);
    expect(ours.map(({ mint, before, after }) => [mint, after - before])).toEqual([
      [USDC, -offer.inAmount],
      [BONK, offer.outAmount],
    ]);
    const paid = landed.lamports.map(({ before, after }) => after - before);
    expect(paid[0]).toBe(-15_000n - TOKEN_RENT);
    expect(paid.reduce((sum, each) => sum + each)).toBe(-landed.fee);
    chain.advance(32);
    expect(await solana.landed(id, 'finalized')).toEqual(landed);
    expect((await solana.signatureStatuses([id])).statuses[0]?.commitment).toBe('finalized');
  });

  it('that failed took its fee alone, and has the program’s code', async (test) => {
    const scene = await solanaScene(test);
    const { id, said } = await swapped(scene, (quoted) => quoted / 2n);
    expect(said).toMatchObject({ said: 'SAID_FAILED', code: 6001 });
    const landed = (await scene.solana.landed(id, 'confirmed'))!;
    expect(landed).toMatchObject({ errorCode: 6001, fee: 15_000n });
    expect(landed.tokens.every(({ before, after }) => before === after)).toBe(true);
    const [status] = (await scene.solana.signatureStatuses([id])).statuses;
    expect(status?.error).toContain('6001');
  });

  it('that vanishes with its fork is in no block, and what it did is undone', async (test) => {
    const scene = await solanaScene(test);
    const { solana, chain, wallet } = scene;
    const { id } = await swapped(scene);
    chain.vanish(id);
    expect((await solana.signatureStatuses([id])).statuses).toEqual([null]);
    expect(await solana.landed(id, 'confirmed')).toBeNull();
    const { tokens, lamports } = await solana.holdings(wallet.address);
    expect(lamports).toBe(10_000_000_000n);
    expect(tokens.map(({ mint, amount }) => [mint, amount])).toEqual([[USDC, 10n ** 9n]]);
  });

  it('is not found where the RPC keeps no history', async (test) => {
    const scene = await solanaScene(test);
    const { solana, chain, rpc } = scene;
    const { id } = await swapped(scene);
    chain.advance(200);
    expect((await solana.signatureStatuses([id])).statuses[0]).not.toBeNull();
    rpc.history = false;
    expect((await solana.signatureStatuses([id])).statuses[0]).toBeNull();
  });

  it.for<[string, (meta: Record<string, unknown>) => void]>([
    ['whose balances do not add up', (meta) => void (meta['fee'] = 1)],
    ['with fewer balances than accounts', (meta) => void (meta['postBalances'] = [1])],
  ])('%s contradicts itself', async ([, spoil], test) => {
    const scene = await solanaScene(test);
    const { solana, rpc } = scene;
    const { id } = await swapped(scene);
    const params = [id, { commitment: 'confirmed' }];
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'getTransaction', params });
    const answer = await (await fetch(rpc.url, { method: 'POST', body })).json();
    const reply = answer as { id: number; result: { meta: Record<string, unknown> } };
    spoil(reply.result.meta);
    const asked = rpc.requests.filter(({ body }) => body.includes('"jsonrpc"')).length;
    rpc.fail('getTransaction', { json: { ...reply, id: asked } });
    const trouble = await troubleOf(solana.landed(id, 'confirmed'));
    expect(trouble).toBe('CONTRADICTS');
  });
});
