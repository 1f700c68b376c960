import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getAddressDecoder, getAddressEncoder, type Address } from '@solana/kit';

/** A keypair file as Solana’s tools write it. */
export interface WalletFile {
  /** The value of `WALLET_KEYPAIR`. */
  readonly file: string;
  readonly address: Address;
  /** The private key, then the public key. */
  readonly bytes: Uint8Array;
  remove(): void;
}

export function makeWallet(mode = 0o600): WalletFile {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { d = '', x = '' } = privateKey.export({ format: 'jwk' });
  const bytes = Buffer.concat([Buffer.from(d, 'base64url'), Buffer.from(x, 'base64url')]);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wallet-'));
  const file = path.join(folder, 'id.json');
  writeFileSync(file, JSON.stringify([...bytes]), { mode });
  return {
    ...{ file, bytes, address: getAddressDecoder().decode(bytes.subarray(32)) },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** What precedes an Ed25519 key in the form that Node’s crypto reads. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export function isSigned(message: Uint8Array, signature: Uint8Array, signer: Address): boolean {
  const der = Buffer.concat([SPKI, Uint8Array.from(getAddressEncoder().encode(signer))]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}
