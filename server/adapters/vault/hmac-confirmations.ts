import type { Confirmations, Confirmed } from '../../ports/real-money.ts';
import { hashOf, isSameText, SignedTexts } from './signed-texts.ts';

/** Payload of a token; `what` is a hash, so that the token does not show the order. */
interface Payload {
  readonly what: string;
  readonly arming: string | null;
  readonly quoted: string | null;
  readonly until: number;
}

type What = Pick<Confirmed, 'username' | 'operation' | 'body'>;

export class HmacConfirmations implements Confirmations {
  readonly #texts: SignedTexts<Payload>;

  constructor(secretKey: string) {
    this.#texts = new SignedTexts(secretKey, 'twinbook confirmations v1');
  }

  sign(confirmed: Confirmed): string {
    const { arming, quoted, expiresAt } = confirmed;
    const until = expiresAt.getTime();
    return this.#texts.sign({ what: whatOf(confirmed), arming, quoted, until });
  }

  read(token: string): ReturnType<Confirmations['read']> {
    const payload = this.#texts.read(token);
    if (!payload) return null;
    const { arming, quoted, until } = payload;
    return { arming, quoted, expiresAt: new Date(until) };
  }

  isFor(token: string, what: What): boolean {
    const payload = this.#texts.read(token);
    return payload !== null && isSameText(payload.what, whatOf(what));
  }
}

function whatOf({ username, operation, body }: What): string {
  return hashOf([username, operation, body]);
}
