interface Look {
  readonly said: Promise<unknown>;
  /** Infinity while the look is in progress. */
  until: number;
}

/**
 * Shares one look among several listeners, while it is in progress and as long as its result is valid. Keys
 * must distinguish users. `now`: monotonic milliseconds.
 */
export class SharedLooks {
  readonly #looks = new Map<string, Look>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** `goodMs`: how long a result stays valid. A failure is passed on and not kept. */
  of<T>(key: string, look: () => Promise<T>, goodMs: (outcome: T) => number): Promise<T> {
    this.#forget();
    const known = this.#looks.get(key);
    if (known) return known.said as Promise<T>;
    const said = look();
    const fresh: Look = { said, until: Infinity };
    this.#looks.set(key, fresh);
    said.then(
      (outcome) => (fresh.until = this.now() + goodMs(outcome)),
      () => (fresh.until = 0),
    );
    return said;
  }

  /** Call when the result has changed: the next listener then looks again, even while a look is in progress. */
  forget(key: string): void {
    this.#looks.delete(key);
  }

  #forget(): void {
    const now = this.now();
    for (const [key, { until }] of this.#looks) if (until <= now) this.#looks.delete(key);
  }
}
