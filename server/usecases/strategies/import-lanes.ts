import type { Username } from '../../domain/ids.ts';

/** Of one user at once, and of all: the rest wait, and their senders with them. */
const LANES = { own: 1, all: 2 } as const;

/** Lets a few files be read at once. */
export class ImportLanes {
  #running: readonly Username[] = [];
  readonly #waiting: (() => void)[] = [];

  /** Resolves when it is the user's turn; each is followed by `leave`. */
  async enter(username: Username): Promise<void> {
    while (this.#isFullFor(username))
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running = [...this.#running, username];
  }

  leave(username: Username): void {
    const at = this.#running.indexOf(username);
    this.#running = this.#running.filter((_, place) => place !== at);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #isFullFor(username: Username): boolean {
    const own = this.#running.filter((each) => each === username).length;
    return this.#running.length >= LANES.all || own >= LANES.own;
  }
}
