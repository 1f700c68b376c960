import { AsyncLocalStorage } from 'node:async_hooks';

/** The requests outside this process that the running turn waits for. */
export class Waiting {
  #queued = 0;
  #asked = 0;
  #silentSince: number | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether the turn waits for a request outside this process. */
  get isOutside(): boolean {
    return this.#queued + this.#asked > 0;
  }

  /**
   * Milliseconds since the first request without an answer; any answer resets it. Time queued in our own
   * budget does not count as the venue's silence.
   */
  get silentMs(): number {
    return this.#silentSince === null ? 0 : this.now() - this.#silentSince;
  }

  async inQueue<T>(turn: () => Promise<T>): Promise<T> {
    this.#queued += 1;
    const since = this.#silentSince;
    const began = this.now();
    try {
      return await turn();
    } finally {
      this.#queued -= 1;
      if (since !== null && this.#silentSince === since) this.#silentSince += this.now() - began;
    }
  }

  async atVenue<T>(ask: () => Promise<T>): Promise<T> {
    this.#asked += 1;
    this.#silentSince ??= this.now();
    try {
      const answer = await ask();
      this.#silentSince = null;
      return answer;
    } finally {
      this.#asked -= 1;
    }
  }
}

const turns = new AsyncLocalStorage<Waiting>();

export function inTurn<T>(waiting: Waiting, work: () => Promise<T>): Promise<T> {
  return turns.run(waiting, work);
}

/** Wraps a request's wait in our own budget's queue. */
export function inQueue<T>(wait: () => Promise<T>): Promise<T> {
  return turns.getStore()?.inQueue(wait) ?? wait();
}

/** Wraps a request in flight. A refusal counts as an answer. */
export function atVenue<T>(ask: () => Promise<T>): Promise<T> {
  return turns.getStore()?.atVenue(ask) ?? ask();
}
