/** What every API token begins with, so that one that got out is recognised for what it is. */
export const API_TOKEN_PREFIX = 'tb_';

/** Makes the secrets that prove a session. */
export interface SessionTokens {
  /** 32 random bytes, base64url. */
  next(): string;
  /** What is stored instead of the token. */
  hashOf(token: string): string;
}
