import { describe, expect, it } from 'vitest';
import { AesVault } from '../../../server/adapters/vault/aes-vault.ts';
import { SealBroken } from '../../../server/ports/vault.ts';
import { ArgonPasswords } from '../../../server/adapters/vault/argon-passwords.ts';

const KEY = 'a key of thirty-two characters!!';

describe('the vault', () => {
  const vault = new AesVault(KEY);

  it.each(['secret', '', 'ümläut 🚀', 'x'.repeat(10_000)])('opens what it sealed', (secret) => {
    expect(vault.open(vault.seal(secret))).toBe(secret);
    expect(new AesVault(KEY).open(vault.seal(secret))).toBe(secret);
  });

  it('never seals twice alike, and shows nothing of the secret', () => {
    const [a, b] = [vault.seal('my-secret'), vault.seal('my-secret')];
    expect(a).not.toBe(b);
    expect(a).toMatch(/^v1\.[\w-]+$/);
    expect(Buffer.from(a.slice(3), 'base64url').includes('my-secret')).toBe(false);
  });

  it('refuses another key', () => {
    expect(() => new AesVault(`${KEY}.`).open(vault.seal('s'))).toThrow(SealBroken);
  });

  it('refuses every altered byte, a truncation and another format', () => {
    const bytes = Buffer.from(vault.seal('secret').slice(3), 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const altered = Buffer.from(bytes);
      altered[i]! ^= 1;
      expect(() => vault.open(`v1.${altered.toString('base64url')}`)).toThrow(SealBroken);
      expect(() => vault.open(`v1.${bytes.subarray(0, i).toString('base64url')}`)).toThrow(
        SealBroken,
      );
    }
    for (const sealed of ['', 'v1.', 'secret', `v2.${bytes.toString('base64url')}`])
      expect(() => vault.open(sealed)).toThrow(SealBroken);
  });
});

describe('passwords', () => {
  const passwords = new ArgonPasswords({ memoryCost: 64, timeCost: 1, parallelism: 1 });

  it('match only themselves', async () => {
    const hash = await passwords.hash('correct horse');
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(hash).not.toBe(await passwords.hash('correct horse'));
    expect(await passwords.matches(hash, 'correct horse')).toBe(true);
    expect(await passwords.matches(hash, 'Correct horse')).toBe(false);
    expect(await new ArgonPasswords().matches(hash, 'correct horse')).toBe(true);
  });
});
