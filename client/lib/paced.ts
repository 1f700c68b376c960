/** Runs at once, then at most once per interval; requests in between cause one run at its end. */
export class Paced {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wanted = false;

  constructor(
    private readonly run: () => void,
    private readonly every = 1000,
  ) {}

  ask(): void {
    if (this.#timer !== undefined) {
      this.#wanted = true;
      return;
    }
    this.run();
    this.#timer = setTimeout(() => this.#again(), this.every);
  }

  #again(): void {
    this.#timer = undefined;
    if (!this.#wanted) return;
    this.#wanted = false;
    this.ask();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wanted = false;
  }
}
