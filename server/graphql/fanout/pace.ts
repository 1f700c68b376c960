/** So long one turn of the event loop may go to executions, in milliseconds. */
const TURN_MS = 8;

/**
 * Lets executions begin in the order in which they ask, one at a time, and others have the event loop in between:
 * readers of many books are woken together, and their executions in one go would hold it for seconds. It waits
 * for no execution to end, so one that waits itself holds up nobody.
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
    // A tick comes after all promises that are due: after what the execution does at once.
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
