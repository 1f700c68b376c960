import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { SealBroken, type Vault } from '../../ports/vault.ts';

const PREFIX = 'v1.';
const SALT = 'twinbook credentials v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM. The text is `v1.` and base64url of nonce, tag and cipher text. */
export class AesVault implements Vault {
  #derived: Buffer | null = null;

  constructor(private readonly secretKey: string) {}

  /** Derived once in a process, because that is slow, and not before a credential is stored or used. */
  get #key(): Buffer {
    return (this.#derived ??= scryptSync(this.secretKey, SALT, 32));
  }

  seal(secret: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(PREFIX));
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
  }

  /** @throws {SealBroken} without any part of the secret. */
  open(sealed: string): string {
    if (!sealed.startsWith(PREFIX)) throw new SealBroken('Not sealed by this vault.');
    const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const text = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(PREFIX)).setAuthTag(tag);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    } catch {
      throw new SealBroken('Sealed with another key, or altered.');
    }
  }
}
