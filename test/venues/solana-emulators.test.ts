import { createSolanaRpc, type Base64EncodedWireTransaction } from '@solana/kit';
import { describe, expect, it, type TestContext } from 'vitest';
import type { ExecuteAnswer, SignedSwap } from '../../server/ports/swap-orders.ts';
import { solanaScene, termsOf, type SolanaScene } from '../adapters/solana/solana-scene.ts';
import { LOST_RESPONSE } from './wire-server.ts';
import { USDC } from './tokens/emulated-token.ts';

const EXECUTE = 'POST /swap/v2/execute';

/** A purchase that has been signed and not been sent. */
async function signedScene(
  test: Pick<TestContext, 'onTestFinished'>,
): Promise<SolanaScene & { readonly signed: SignedSwap }> {
  const scene = await solanaScene(test);
  const { chain, wallet, swaps, inspector, signer } = scene;
  chain.give({ mint: USDC, owner: wallet.address, amount: 10n ** 9n });
  const asked = termsOf(wallet.address);
  const offer = await swaps.order({ ...asked, taker: wallet.address }, 'ENTRY');
  const { swap } = await inspector.inspect({ ...asked, floor: offer.leastOutAmount }, offer);
  return { ...scene, signed: await signer.sign(swap!) };
}

interface Fate {
  readonly title: string;
  readonly before: (
    scene: SolanaScene & { readonly signed: SignedSwap },
  ) => void | Promise<unknown>;
  readonly says: Partial<ExecuteAnswer>;
  /** How often the swap is on the chain in the end, and with which error code of a program. */
  readonly landed: 0 | 1;
  readonly code?: number;
}

const FATES: readonly Fate[] = [
  { title: 'lands', before: () => undefined, says: { said: 'SAID_LANDED' }, landed: 1 },
  {
    title: 'is reverted, because the price has moved',
    before: ({ chain }) => void (chain.payout = (quoted) => quoted / 2n),
    says: { said: 'SAID_FAILED', code: 6001 },
    ...{ landed: 1, code: 6001 },
  },
  {
    title: 'never lands, and Jupiter says so',
    before: ({ jupiter }) => void jupiter.swaps.faults.push({ lands: false, code: -1006 }),
    ...{ says: { said: 'UNKNOWN', code: -1006 }, landed: 0 },
  },
  {
    title: 'lands, though Jupiter says that it did not',
    before: ({ jupiter }) => void jupiter.swaps.faults.push({ lands: true, code: -1000 }),
    ...{ says: { said: 'UNKNOWN', code: -1000 }, landed: 1 },
  },
  {
    title: 'never lands, though Jupiter says that it did',
    before: ({ jupiter }) => void jupiter.swaps.faults.push({ lands: false, code: 0 }),
    ...{ says: { said: 'SAID_LANDED' }, landed: 0 },
  },
  {
    title: 'is expired',
    before: ({ chain }) => chain.advance(151),
    ...{ says: { said: 'UNKNOWN', code: -1005 }, landed: 0 },
  },
  {
    title: 'was processed already',
    before: ({ swaps, signed }) => swaps.execute(signed),
    ...{ says: { said: 'UNKNOWN', code: -1000 }, landed: 1 },
  },
  {
    title: 'is lost on its way',
    before: ({ jupiter }) => jupiter.fail(EXECUTE, { hangUp: true }),
    ...{ says: { said: 'UNKNOWN' }, landed: 0 },
  },
  {
    title: 'lands, and its answer is lost',
    before: ({ jupiter }) => jupiter.fail(EXECUTE, LOST_RESPONSE),
    ...{ says: { said: 'UNKNOWN' }, landed: 1 },
  },
  {
    title: 'lands after a 503',
    before: ({ jupiter }) => jupiter.fail(EXECUTE, { status: 503, afterCommit: true }),
    ...{ says: { said: 'UNKNOWN' }, landed: 1 },
  },
];

describe('a signed swap at the emulated Jupiter', () => {
  it.for(FATES)('$title', async ({ before, says, landed, code }, test) => {
    const scene = await signedScene(test);
    await before(scene);
    expect(await scene.swaps.execute(scene.signed)).toMatchObject(says);
    expect(scene.chain.landed.size).toBe(landed);
    const found = await scene.solana.landed(scene.signed.signature, 'confirmed');
    expect(found === null).toBe(landed === 0);
    expect(found?.errorCode ?? undefined).toBe(code);
  });

  it('is refused with another message, a broken signature, or an order that it does not know', async (test) => {
    const { swaps, chain, jupiter, signed } = await signedScene(test);
    const wire = Buffer.from(signed.bytes.open(), 'base64');
    const send = async (at: number, requestId = signed.requestId) => {
      const bytes = Buffer.from(wire);
      if (at > 0) bytes[at] = bytes[at]! ^ 1;
      const body = JSON.stringify({ signedTransaction: bytes.toString('base64'), requestId });
      const answer = await fetch(`${jupiter.url}/swap/v2/execute`, { method: 'POST', body });
      return ((await answer.json()) as { code: number }).code;
    };
    expect([await send(0, 'other'), await send(wire.length - 1), await send(5)]).toEqual([
      -1, -3, -1000,
    ]);
    expect(chain.landed.size).toBe(0);
    expect(await swaps.execute(signed)).toMatchObject({ said: 'SAID_LANDED' });
  });
});

describe('the emulated RPC', () => {
  it('speaks as Solana’s own client expects', async (test) => {
    const { rpc: emulated, chain, wallet, signed } = await signedScene(test);
    const rpc = createSolanaRpc(emulated.url);
    const wire = signed.bytes.open() as Base64EncodedWireTransaction;
    const { value: latest } = await rpc.getLatestBlockhash().send();
    expect(latest).toEqual({ blockhash: chain.blockhash, lastValidBlockHeight: 10_150n });
    expect((await rpc.getBalance(wallet.address).send()).value).toBe(10_000_000_000n);
    const simulated = await rpc.simulateTransaction(wire, { encoding: 'base64' }).send();
    expect(simulated.value.err).toBeNull();
    const id = await rpc.sendTransaction(wire, { encoding: 'base64' }).send();
    expect(id).toBe(signed.signature);
    const { value } = await rpc
      .getSignatureStatuses([id], { searchTransactionHistory: true })
      .send();
    expect(value[0]).toMatchObject({ confirmationStatus: 'confirmed', err: null, slot: 11_001n });
    const config = { encoding: 'json', commitment: 'confirmed', maxSupportedTransactionVersion: 0 };
    const landed = await rpc.getTransaction(id, config as { encoding: 'json' }).send();
    expect(landed?.meta?.fee).toBe(15_000n);
    await expect(rpc.sendTransaction(wire, { encoding: 'base64' }).send()).rejects.toThrow();
  });
});
