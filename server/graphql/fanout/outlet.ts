/** Bytes that may wait for a client, besides the message under way, before its subscriptions pause. */
export const MOST_WAITING = 1024 * 1024;

/** A subscriber's connection to its client, for payloads that are text already. */
export interface Outlet {
  /** Bytes for this client, of this and other operations, that the network has not taken yet. */
  readonly waiting: number;
  send(payload: Buffer): void;
  /** Resolves when the network has taken the payload; never on a closing socket, whose operations are ended. */
  sent(payload: Buffer): Promise<void>;
  /** Resolves when the network has taken everything sent before. */
  emptied(): Promise<void>;
}

/** Whether these payloads may be sent; the first one does not count, because it is the one under way. */
export function hasRoom({ waiting }: Outlet, payloads: readonly Buffer[]): boolean {
  const beyond = payloads.reduce((sum, { length }, at) => (at === 0 ? sum : sum + length), waiting);
  return beyond <= MOST_WAITING;
}
