import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * Tokens that prove by HMAC-SHA256 that a server with this secret issued them: base64url of a payload, a
 * point, and base64url of the signature over that text. Tokens of one label are invalid under another.
 */
export class SignedTexts<Payload> {
  readonly #key: Buffer;

  constructor(secretKey: string, label: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secretKey, '', label, 32));
  }

  sign(payload: Payload): string {
    const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
    return `${text}.${this.#signatureOf(text)}`;
  }

  /** Null when the token was not signed with this secret and label. */
  read(token: string): Payload | null {
    const [text = '', signature = '', ...rest] = token.split('.');
    if (rest.length > 0 || !isSameText(signature, this.#signatureOf(text))) return null;
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Payload;
  }

  #signatureOf(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

/** A hash of what a token is for, so that the token does not show it. */
export function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** Compares in constant time. It compares texts, because base64url reads several texts as the same bytes. */
export function isSameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
