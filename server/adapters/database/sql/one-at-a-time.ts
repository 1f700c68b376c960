/** Runs work with the same key one at a time, in the order of asking. Work with other keys runs in parallel. */
export class OneAtATime {
  readonly #last = new Map<string, Promise<void>>();

  async do<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const mine = before ? before.then(work) : work();
    const ended = mine.then(nothing, nothing);
    this.#last.set(key, ended);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === ended) this.#last.delete(key);
    }
  }
}

function nothing(): void {
  // The caller receives the failure; the work queued behind does not.
}
