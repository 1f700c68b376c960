import type { Clock } from '../../ports/clock.ts';

/** Starts at an instant and runs at a multiple of real time. It never goes back. */
export class TestClock implements Clock {
  readonly #startedAt: number;

  constructor(
    private readonly start: Date,
    private readonly speed: number,
    /** Real milliseconds since any fixed moment. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {
    this.#startedAt = elapsed();
  }

  now(): Date {
    return new Date(this.start.getTime() + (this.elapsed() - this.#startedAt) * this.speed);
  }
}
