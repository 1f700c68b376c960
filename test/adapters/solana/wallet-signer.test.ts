import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { KeypairRefused, withKeypair } from '../../../server/adapters/solana/keypair-bytes.ts';
import { WalletSigner } from '../../../server/adapters/solana/wallet-signer.ts';
import type { InspectedSwap } from '../../../server/ports/swap-inspection.ts';
import { makeWallet, type WalletFile } from '../../venues/solana/wallet-file.ts';
import { USDC } from '../../venues/tokens/emulated-token.ts';
import { solanaScene, termsOf, type SolanaScene } from './solana-scene.ts';

async function inspected(scene: SolanaScene): Promise<InspectedSwap> {
  const { chain, wallet, swaps, inspector } = scene;
  chain.give({ mint: USDC, owner: wallet.address, amount: 10n ** 9n });
  const asked = termsOf(wallet.address);
  const offer = await swaps.order({ ...asked, taker: wallet.address }, 'ENTRY');
  const { swap } = await inspector.inspect({ ...asked, floor: offer.leastOutAmount }, offer);
  return swap!;
}

describe('a keypair file', () => {
  it('gives its address, and no key', async (test) => {
    const wallet = makeWallet();
    test.onTestFinished(() => wallet.remove());
    const signer = await WalletSigner.open(wallet.file);
    expect(signer.address).toBe(wallet.address);
    const shown = inspect(signer, { showHidden: true, depth: 9 }) + JSON.stringify(signer);
    for (const form of [...keyForms(wallet)]) expect(shown).not.toContain(form);
  });

  it.for<[string, (wallet: WalletFile) => void, RegExp]>([
    ['others may read', ({ file }) => chmodSync(file, 0o640), /mode is 0640, not 0600/],
    ['its owner may run', ({ file }) => chmodSync(file, 0o700), /mode is 0700/],
    ['is not there', ({ file }) => rmSync(file), /no such file/],
    ['is a folder', ({ file }) => [rmSync(file), mkdirSync(file, 0o600)], /no such file|no file/],
    ['is empty', ({ file }) => writeFileSync(file, ''), /holds no keypair/],
    ['is a text', ({ file }) => writeFileSync(file, '"abc"'), /holds no keypair/],
    ['has 63 numbers', (wallet) => write(wallet, wallet.bytes.slice(1)), /holds no keypair/],
    ['has 65 numbers', (wallet) => write(wallet, [...wallet.bytes, 1]), /holds no keypair/],
    [
      'has a number beyond a byte',
      (wallet) => write(wallet, [256, ...wallet.bytes.slice(1)]),
      /holds no keypair/,
    ],
    [
      'has another public key',
      (wallet) => write(wallet, [...wallet.bytes.slice(0, 32), ...makeWallet().bytes.slice(32)]),
      /not that of its private one/,
    ],
  ])('that %s is refused, without a word of its content', async ([, spoil, why], test) => {
    const wallet = makeWallet();
    test.onTestFinished(() => wallet.remove());
    spoil(wallet);
    const error = await WalletSigner.open(wallet.file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KeypairRefused);
    expect((error as Error).message).toMatch(why);
    for (const form of keyForms(wallet)) expect(inspect(error)).not.toContain(form);
  });

  it('may have spaces and lines in it', async (test) => {
    const wallet = makeWallet();
    test.onTestFinished(() => wallet.remove());
    writeFileSync(wallet.file, `\n[ ${[...wallet.bytes].join(' ,\n ')} ]\n`);
    expect((await WalletSigner.open(wallet.file)).address).toBe(wallet.address);
  });

  it('leaves no byte of it behind, also when its use fails', async (test) => {
    const wallet = makeWallet();
    test.onTestFinished(() => wallet.remove());
    const seen: Uint8Array[] = [];
    const use = async (bytes: Uint8Array) => {
      expect(bytes).toEqual(Uint8Array.from(wallet.bytes));
      seen.push(bytes);
      throw new Error('no use');
    };
    await expect(withKeypair(wallet.file, use)).rejects.toThrow('no use');
    expect(seen[0]).toEqual(new Uint8Array(64));
  });
});

describe('a signer', () => {
  it('signs the very message that was inspected, as the wallet alone', async (test) => {
    const scene = await solanaScene(test);
    const swap = await inspected(scene);
    const signed = await scene.signer.sign(swap);
    const wire = Buffer.from(signed.bytes.open(), 'base64');
    expect(wire[0]).toBe(1);
    const [order] = scene.jupiter.requests.filter(({ path }) => path === '/swap/v2/order');
    expect(order?.query['taker']).toBe(scene.wallet.address);
    expect(await scene.swaps.execute(signed)).toMatchObject({ said: 'SAID_LANDED' });
    expect([...scene.chain.landed.keys()]).toEqual([signed.signature]);
  });

  it('signs nothing that only looks inspected', async (test) => {
    const scene = await solanaScene(test);
    const swap = await inspected(scene);
    const copy = { ...swap };
    const heir = Object.create(swap) as InspectedSwap;
    await expect(scene.signer.sign(copy)).rejects.toThrow('Only what was inspected');
    await expect(scene.signer.sign(heir)).rejects.toThrow(TypeError);
    expect(() => Object.assign(swap, { terms: null })).toThrow(TypeError);
  });

  it('signs nothing of another wallet', async (test) => {
    const scene = await solanaScene(test);
    const other = makeWallet();
    test.onTestFinished(() => other.remove());
    const signer = await WalletSigner.open(other.file);
    await expect(signer.sign(await inspected(scene))).rejects.toThrow('another wallet');
  });

  it('prints no signed bytes before they are sent', async (test) => {
    const scene = await solanaScene(test);
    const swap = await inspected(scene);
    const signed = await scene.signer.sign(swap);
    const { lastValidBlockHeight: _, ...plain } = signed;
    const shown = [signed, swap].map((each) => inspect(each, { showHidden: true, depth: 9 }));
    const text = [...shown, JSON.stringify(plain), String(signed.bytes)].join();
    expect(text).not.toContain(signed.bytes.open().slice(0, 40));
    expect(text).toContain('[sealed]');
    expect(JSON.stringify(structuredClone(signed.bytes))).toBe('{}');
  });
});

function write({ file }: WalletFile, numbers: Iterable<number>): void {
  writeFileSync(file, JSON.stringify([...numbers]), { mode: 0o600 });
}

/** The private key in every form in which code might print it. */
function keyForms({ bytes }: WalletFile): readonly string[] {
  const secret = Buffer.from(bytes.subarray(0, 32));
  const list = [...secret.subarray(0, 6)];
  return [secret.toString('hex'), secret.toString('base64'), list.join(','), list.join(', ')];
}
