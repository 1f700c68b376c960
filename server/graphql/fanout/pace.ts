/** How long one turn of the event loop may go to executions, in milliseconds. */
const TURN_MS = 8;

/**
 * Lets executions begin one at a time, in the order in which they ask, and frees the event loop in between:
 * readers of many books are woken together, and their executions in one go would block it for seconds. It
 * does not wait for an execution to end, so a waiting execution delays no other.
 */
export class Pace {
  readonly #waiting: (() => void)[] = [];
  #isRunning = false;
  #began = 0;

  constructor(
    private readonly turnMs = TURN_MS,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Resolves when the caller may begin. */
  turn(): Promise<void> {
    return new Promise((begin) => {
      this.#waiting.push(begin);
      if (this.#isRunning) return;
      this.#isRunning = true;
      this.#began = this.now();
      this.#next();
    });
  }

  #next(): void {
    const begin = this.#waiting.shift();
    if (!begin) {
      this.#isRunning = false;
      return;
    }
    begin();
    // A tick runs after all promises that are due, so after what the execution does at once.
    queueMicrotask(() => process.nextTick(() => this.#after()));
  }

  #after(): void {
    if (this.now() - this.#began < this.turnMs) return this.#next();
    setImmediate(() => {
      this.#began = this.now();
      this.#next();
    });
  }
}
