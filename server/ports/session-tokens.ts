/** The prefix of every API token, so that a leaked one is recognised. */
export const API_TOKEN_PREFIX = 'tb_';

/** Makes the secrets that prove a session. */
export interface SessionTokens {
  /** 32 random bytes, base64url. */
  next(): string;
  /** The hash that is stored instead of the token. */
  hashOf(token: string): string;
}
