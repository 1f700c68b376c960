/**
 * Lets several works go on one at a time, in an order that a test chooses: each waits at every gate for its
 * turn, and the next turn begins when the work that goes on waits again or is done.
 */
export class Turnstile {
  readonly #waiting = new Map<string, () => void>();
  #running = 0;
  #settled: () => void = () => {};

  /** Waits for the work's turn; outside of `run` there is no wait. */
  gate(name: string): Promise<void> {
    if (this.#running === 0) return Promise.resolve();
    return new Promise((go) => {
      this.#waiting.set(name, go);
      this.#leave();
    });
  }

  /** `choices`: for each turn, the index among the waiting works by name; repeated when they run out. */
  async run<T>(
    works: Readonly<Record<string, () => Promise<T>>>,
    choices: readonly number[],
  ): Promise<readonly PromiseSettledResult<T>[]> {
    const names = Object.keys(works);
    this.#running = names.length;
    const ends = names.map(async (name) => {
      try {
        await this.gate(name);
        return await works[name]!();
      } finally {
        this.#leave();
      }
    });
    const all = Promise.allSettled(ends);
    for (let turn = 0; ; turn += 1) {
      if (this.#running > 0) await new Promise<void>((settled) => (this.#settled = settled));
      const waiting = [...this.#waiting.keys()].sort();
      const name = waiting[(choices[turn % choices.length] ?? 0) % waiting.length];
      if (name === undefined) return all;
      const go = this.#waiting.get(name)!;
      this.#waiting.delete(name);
      this.#running = 1;
      go();
    }
  }

  #leave(): void {
    this.#running -= 1;
    if (this.#running === 0) this.#settled();
  }
}
