import { createHash, randomBytes } from 'node:crypto';
import type { SessionTokens } from '../../ports/session-tokens.ts';

const BYTES = 32;

/** SHA-256 without salt is enough: a token of 32 random bytes cannot be guessed. */
export class RandomSessionTokens implements SessionTokens {
  next(): string {
    return randomBytes(BYTES).toString('base64url');
  }

  hashOf(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
