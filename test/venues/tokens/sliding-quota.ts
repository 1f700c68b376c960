import type { Answer } from '../wire-server.ts';

/** Requests of the last minute, by key. */
export class SlidingQuota {
  windowMs = 60_000;
  /** Epoch milliseconds; a test may run it faster. */
  now: () => number = Date.now;
  violations = 0;
  readonly #taken = new Map<string, number[]>();

  /** Counts a request, also one beyond the limit. */
  take(key: string, limit: number): Answer | null {
    const taken = this.#within(key);
    taken.push(this.now());
    if (taken.length <= limit) return null;
    this.violations += 1;
    const json = { code: 429, message: '[API Gateway] Too many requests' };
    return { status: 429, json };
  }

  /** The quota's headers as Jupiter sends them; `remaining` may be below zero. */
  headers(key: string, limit: number): Record<string, string> {
    const taken = this.#within(key);
    const frees = taken[Math.max(0, taken.length - limit)] ?? this.now();
    return {
      'x-ratelimit-remaining': String(limit - taken.length),
      'x-ratelimit-current': String(taken.length),
      'x-ratelimit-reset': String(Math.ceil((frees + this.windowMs) / 1_000)),
    };
  }

  #within(key: string): number[] {
    const since = this.now() - this.windowMs;
    const taken = (this.#taken.get(key) ?? []).filter((at) => at > since);
    this.#taken.set(key, taken);
    return taken;
  }
}
