const SILENCE = 3000;

export type LinkState = 'connecting' | 'live' | 'polling' | 'offline';

/**
 * The connection to the server: push over the socket, polling over HTTP, or none.
 *
 * The state is `offline` from the first request that finds no server until one is answered again.
 * Mode, orders and protection must then be shown as unknown.
 */
export class Link {
  socketUp = $state(false);
  answering = $state(true);
  /** When the server last answered, by this machine's clock. */
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
    for (const listener of this.#onConnect) listener();
  }

  /** Without the socket, an HTTP answer must come soon; otherwise the state is `offline`. */
  closed(): void {
    this.socketUp = false;
    const closedAt = Date.now();
    setTimeout(() => {
      if (!this.socketUp && (this.heardAt ?? 0) < closedAt) this.unanswered();
    }, SILENCE);
  }

  /** Calls back at each (re)connection of the socket; returns a function that stops it. */
  onConnect(listener: () => void): () => void {
    this.#onConnect.push(listener);
    return () => {
      this.#onConnect = this.#onConnect.filter((other) => other !== listener);
    };
  }
}
