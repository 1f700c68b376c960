/** What a client may have waiting beyond the message under way, before its subscriptions pause. */
export const MOST_WAITING = 1024 * 1024;

/** A subscriber's way to its client, for payloads that are text already. */
export interface Outlet {
  /** Bytes for this client, of this and other operations, that the network has not taken yet. */
  readonly waiting: number;
  send(payload: Buffer): void;
  /** Resolves when the network has taken it; never on a socket that closes, whose operations are ended. */
  sent(payload: Buffer): Promise<void>;
  /** The same for all that was sent before. */
  emptied(): Promise<void>;
}

/** Whether these may go out: the first is the one under way. */
export function hasRoom({ waiting }: Outlet, payloads: readonly Buffer[]): boolean {
  const beyond = payloads.reduce((sum, { length }, at) => (at === 0 ? sum : sum + length), waiting);
  return beyond <= MOST_WAITING;
}
