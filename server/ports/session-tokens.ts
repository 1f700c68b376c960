/** Makes the secrets that prove a session. */
export interface SessionTokens {
  /** 32 random bytes, base64url. */
  next(): string;
  /** What is stored instead of the token. */
  hashOf(token: string): string;
}
