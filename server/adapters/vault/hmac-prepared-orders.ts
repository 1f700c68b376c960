import type { PreparedOrder, PreparedOrders } from '../../ports/prepared-orders.ts';
import { hashOf, isSameText, SignedTexts } from './signed-texts.ts';

/** Payload of a token; `what` is a hash, so that the token does not show the order. */
interface Payload {
  readonly what: string;
  readonly until: number;
  readonly confirmation: string | null;
}

type What = Pick<PreparedOrder, 'username' | 'mode' | 'body'>;

export class HmacPreparedOrders implements PreparedOrders {
  readonly #texts: SignedTexts<Payload>;

  constructor(secretKey: string) {
    this.#texts = new SignedTexts(secretKey, 'twinbook prepared orders v1');
  }

  sign(order: PreparedOrder): string {
    const { until, confirmation } = order;
    return this.#texts.sign({ what: whatOf(order), until: until.getTime(), confirmation });
  }

  read(token: string, what: What): Pick<PreparedOrder, 'until' | 'confirmation'> | null {
    const payload = this.#texts.read(token);
    if (!payload || !isSameText(payload.what, whatOf(what))) return null;
    return { until: new Date(payload.until), confirmation: payload.confirmation };
  }
}

function whatOf({ username, mode, body }: What): string {
  return hashOf([username, mode, body]);
}
