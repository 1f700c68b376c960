import type { RealTime } from './real-time.ts';

const WINDOW_MS = 60_000;

/** Counts the requests of the last minute. It holds none back. */
export class MinuteCount {
  /** When each request left, oldest first. */
  readonly #leftAt: number[] = [];

  constructor(private readonly time: Pick<RealTime, 'now'>) {}

  count(): void {
    this.#forget();
    this.#leftAt.push(this.time.now());
  }

  /** `endsInMs`: milliseconds until the oldest request is no longer counted. */
  usage(): { readonly used: number; readonly putOff: number; readonly endsInMs: number | null } {
    this.#forget();
    const [oldest] = this.#leftAt;
    const endsInMs = oldest === undefined ? null : oldest + WINDOW_MS - this.time.now();
    return { used: this.#leftAt.length, putOff: 0, endsInMs };
  }

  #forget(): void {
    const since = this.time.now() - WINDOW_MS;
    while (this.#leftAt[0] !== undefined && this.#leftAt[0] <= since) this.#leftAt.shift();
  }
}
