import type { Answer, Arrived } from '../wire-server.ts';

type Bucket = 'standard' | 'market' | 'trading';

/** Requests by token, bucket and window; a window starts with its first request. */
export class Quota {
  /** The sandbox has 60 of each; unlimited unless a test is about it. */
  limits: Record<Bucket, number> = { standard: 100_000, market: 100_000, trading: 100_000 };
  windowMs = 60_000;
  /** Epoch milliseconds; a test may run it faster. */
  now: () => number = Date.now;
  violations = 0;
  readonly #windows = new Map<string, { used: number; expiry: number }>();

  take(request: Arrived): Answer | null {
    const window = this.#window(request);
    if (window.used >= this.limits[bucketOf(request)]) {
      this.violations += 1;
      const text = `Quota Violation: request rate is over the limit, retry after ${window.expiry}`;
      return { status: 429, text };
    }
    window.used += 1;
    return null;
  }

  headers(request: Arrived): Record<string, string> {
    const { used, expiry } = this.#window(request);
    const allowed = this.limits[bucketOf(request)];
    return {
      'X-Ratelimit-Allowed': String(allowed),
      'X-Ratelimit-Used': String(used),
      'X-Ratelimit-Available': String(allowed - used),
      'X-Ratelimit-Expiry': String(expiry),
    };
  }

  #window(request: Arrived): { used: number; expiry: number } {
    const key = `${request.token} ${bucketOf(request)}`;
    let window = this.#windows.get(key);
    if (!window || window.expiry <= this.now()) {
      window = { used: 0, expiry: Math.round(this.now() + this.windowMs) };
      this.#windows.set(key, window);
    }
    return window;
  }
}

function bucketOf({ method, path }: Arrived): Bucket {
  if (path.startsWith('/markets/')) return 'market';
  return method === 'GET' ? 'standard' : 'trading';
}
