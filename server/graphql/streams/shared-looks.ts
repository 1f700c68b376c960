interface Look {
  readonly said: Promise<unknown>;
  /** Infinity while it is under way. */
  until: number;
}

/**
 * What several listeners look at is looked at once: a look is shared while it is under way and for as
 * long as its outcome is good for. Keys have to tell users apart. `now`: milliseconds that rise steadily.
 */
export class SharedLooks {
  readonly #looks = new Map<string, Look>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** `goodMs`: for how long an outcome is shown again. A failure is told, and not kept. */
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

  #forget(): void {
    const now = this.now();
    for (const [key, { until }] of this.#looks) if (until <= now) this.#looks.delete(key);
  }
}
