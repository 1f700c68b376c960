import type { WebSocket } from 'ws';
import type { Outlet } from '../graphql/fanout/outlet.ts';

const TEXT = { binary: false };
const END = '}'.charCodeAt(0);

/** `next` messages of one operation, around payloads that many operations share. */
export class SocketOutlet implements Outlet {
  readonly #begin: Buffer;

  constructor(
    private readonly socket: WebSocket,
    operation: string,
  ) {
    this.#begin = Buffer.from(`{"id":${JSON.stringify(operation)},"type":"next","payload":`);
  }

  get waiting(): number {
    return this.socket.bufferedAmount;
  }

  send(payload: Buffer): void {
    if (this.#isOpen) this.socket.send(this.#messageOf(payload), TEXT);
  }

  sent(payload: Buffer): Promise<void> {
    return new Promise((gone) => {
      if (this.#isOpen) this.socket.send(this.#messageOf(payload), TEXT, () => gone());
    });
  }

  /** Resolves when all that waits is sent: a ping goes out behind it, whichever operation sent it. */
  emptied(): Promise<void> {
    return new Promise((gone) => {
      if (this.#isOpen) this.socket.ping(undefined, false, () => gone());
    });
  }

  get #isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  #messageOf(payload: Buffer): Buffer {
    const begin = this.#begin;
    const message = Buffer.allocUnsafe(begin.length + payload.length + 1);
    message.set(begin);
    message.set(payload, begin.length);
    message[message.length - 1] = END;
    return message;
  }
}
