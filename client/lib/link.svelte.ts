const SILENCE = 3000;

export type LinkState = 'connecting' | 'live' | 'polling' | 'offline';

/**
 * What is known about the way to the server: pushed over the socket, asked for over HTTP, or neither.
 *
 * `offline` is said as soon as one request finds no server, and until one is answered again: whoever
 * shows the mode, orders or protection must then show them as unknown.
 */
export class Link {
  socketUp = $state(false);
  answering = $state(true);
  /** When the server was last heard, by this machine's clock. */
  heardAt = $state<number | null>(null);
  pollSeconds = $state(15);

  readonly state: LinkState = $derived.by(() => {
    if (!this.answering) return 'offline';
    if (this.heardAt === null) return 'connecting';
    return this.socketUp ? 'live' : 'polling';
  });

  #onConnect: (() => void)[] = [];

  heard(): void {
    this.heardAt = Date.now();
    this.answering = true;
  }

  unanswered(): void {
    this.answering = false;
  }

  connected(): void {
    this.socketUp = true;
    this.heard();
    for (const tell of this.#onConnect) tell();
  }

  /** Without the socket an HTTP answer must come soon, else nothing is known any more. */
  closed(): void {
    this.socketUp = false;
    const closedAt = Date.now();
    setTimeout(() => {
      if (!this.socketUp && (this.heardAt ?? 0) < closedAt) this.unanswered();
    }, SILENCE);
  }

  /** Calls back at each (re)connection of the socket; returns how to stop that. */
  onConnect(tell: () => void): () => void {
    this.#onConnect.push(tell);
    return () => {
      this.#onConnect = this.#onConnect.filter((other) => other !== tell);
    };
  }
}
