import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Confirmations, Confirmed } from '../../ports/real-money.ts';

const LABEL = 'twinbook confirmations v1';

/** What a token says of itself; `what` is a hash, so that the token tells nobody of the order. */
interface Payload {
  readonly what: string;
  readonly arming: string | null;
  readonly until: number;
}

/** HMAC-SHA256. The token is base64url of its payload, a point, and base64url of the signature over that text. */
export class HmacConfirmations implements Confirmations {
  readonly #key: Buffer;

  constructor(secretKey: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secretKey, '', LABEL, 32));
  }

  sign(confirmed: Confirmed): string {
    const { arming, expiresAt } = confirmed;
    const payload: Payload = { what: hashOf(confirmed), arming, until: expiresAt.getTime() };
    const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
    return `${text}.${this.#signatureOf(text)}`;
  }

  read(token: string): Pick<Confirmed, 'arming' | 'expiresAt'> | null {
    const payload = this.#payloadOf(token);
    return payload && { arming: payload.arming, expiresAt: new Date(payload.until) };
  }

  isFor(token: string, what: Pick<Confirmed, 'username' | 'operation' | 'body'>): boolean {
    const payload = this.#payloadOf(token);
    return payload !== null && isSameText(payload.what, hashOf(what));
  }

  #payloadOf(token: string): Payload | null {
    const [text = '', signature = '', ...rest] = token.split('.');
    if (rest.length > 0 || !isSameText(signature, this.#signatureOf(text))) return null;
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Payload;
  }

  #signatureOf(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

function hashOf({
  username,
  operation,
  body,
}: Pick<Confirmed, 'username' | 'operation' | 'body'>): string {
  const text = JSON.stringify([username, operation, body]);
  return createHash('sha256').update(text).digest('base64url');
}

/** In constant time. As texts, because base64url reads several texts as the same bytes. */
function isSameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
