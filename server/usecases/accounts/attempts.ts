import { Refusal } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';

const WINDOW_MS = 60_000;
const MOST_KEYS = 10_000;

interface Window {
  readonly until: number;
  count: number;
}

/** Counts attempts at a password; after too many within a minute the rest of it must pass. */
export class Attempts {
  readonly #windows = new Map<string, Window>();

  constructor(private readonly clock: Clock) {}

  /**
   * Notes one attempt under each key, before its outcome is known, so that simultaneous attempts gain
   * nothing. @throws {Refusal} RATE_LIMITED
   */
  note(limits: ReadonlyMap<string, number>): void {
    const now = this.clock.now().getTime();
    for (const [key, most] of limits) {
      const { count, until } = this.#window(key, now);
      if (count >= most) {
        const retryAfterMs = until - now;
        throw new Refusal('RATE_LIMITED', 'Too many attempts; wait a moment', { retryAfterMs });
      }
    }
    for (const key of limits.keys()) this.#window(key, now).count += 1;
  }

  /** The password was right: the attempt does not count. */
  succeeded(keys: Iterable<string>): void {
    for (const key of keys) {
      const window = this.#windows.get(key);
      if (window) window.count = Math.max(0, window.count - 1);
    }
  }

  #window(key: string, now: number): Window {
    const known = this.#windows.get(key);
    if (known && known.until > now) return known;
    if (this.#windows.size >= MOST_KEYS) this.#forgetPast(now);
    const fresh = { until: now + WINDOW_MS, count: 0 };
    this.#windows.set(key, fresh);
    return fresh;
  }

  #forgetPast(now: number): void {
    for (const [key, { until }] of this.#windows) if (until <= now) this.#windows.delete(key);
  }
}
