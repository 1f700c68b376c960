import type { webcrypto } from 'node:crypto';
import {
  createKeyPairFromBytes,
  getAddressFromPublicKey,
  getBase58Decoder,
  getBase64Decoder,
  signBytes,
  verifySignature,
} from '@solana/kit';
import { Sealed } from '../../domain/sealed.ts';
import type { InspectedSwap, SwapSigner } from '../../ports/swap-inspection.ts';
import type { SignedSwap } from '../../ports/swap-orders.ts';
import { Inspected } from './inspected.ts';
import { KeypairRefused, withKeypair } from './keypair-bytes.ts';

/** One wallet’s key. It can be neither printed nor exported. */
export class WalletSigner implements SwapSigner {
  readonly address: string;
  readonly #keys: webcrypto.CryptoKeyPair;

  private constructor(address: string, keys: webcrypto.CryptoKeyPair) {
    this.address = address;
    this.#keys = keys;
  }

  /** @throws {KeypairRefused} */
  static async open(file: string): Promise<WalletSigner> {
    return withKeypair(file, async (bytes) => {
      const made: unknown = await createKeyPairFromBytes(bytes).catch(() => {
        throw new KeypairRefused('its public key is not that of its private one');
      });
      const keys = made as webcrypto.CryptoKeyPair;
      return new WalletSigner(await getAddressFromPublicKey(keys.publicKey), keys);
    });
  }

  /** @throws {Error} for anything but a swap that our inspector has passed for this wallet. */
  async sign(swap: InspectedSwap): Promise<SignedSwap> {
    if (!(swap instanceof Inspected)) throw new Error('Only what was inspected is signed.');
    if (swap.terms.wallet !== this.address) throw new Error('It was inspected for another wallet.');
    const message = swap.message();
    const signature = await signBytes(this.#keys.privateKey, message);
    if (!(await verifySignature(this.#keys.publicKey, signature, message))) {
      throw new Error('The key does not sign.');
    }
    const bytes = Uint8Array.from([1, ...signature, ...message]);
    return {
      signature: getBase58Decoder().decode(signature),
      bytes: new Sealed(getBase64Decoder().decode(bytes)),
      ...{ requestId: swap.requestId, lastValidBlockHeight: swap.lastValidBlockHeight },
    };
  }
}
