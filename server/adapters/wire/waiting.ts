import { AsyncLocalStorage } from 'node:async_hooks';

/** What the turn under way waits for outside of this process. */
export class Waiting {
  #queued = 0;
  #asked = 0;
  #silentSince: number | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether nothing but the outside keeps it from going on. */
  get isOutside(): boolean {
    return this.#queued + this.#asked > 0;
  }

  /**
   * Milliseconds since the first request that has had no answer; an answer to any ends it. Time in the
   * queue of our own budget is no silence of the venue's.
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

/** A request waits until our own budget lets it leave. */
export function inQueue<T>(wait: () => Promise<T>): Promise<T> {
  return turns.getStore()?.inQueue(wait) ?? wait();
}

/** A request is on its way; whatever answer comes, it is one. */
export function atVenue<T>(ask: () => Promise<T>): Promise<T> {
  return turns.getStore()?.atVenue(ask) ?? ask();
}
