import { realTime, type RealTime } from './real-time.ts';
import { RateWindow, type RateNotice } from './rate-window.ts';
import { TradierFailure } from './tradier-failure.ts';

/** Tradier counts per token and bucket, in windows of one minute. */
export type Bucket = 'STANDARD' | 'MARKET' | 'TRADING';
/**
 * EXIT: closing orders, cancels, and quotes by which the desk watches an exit. Everything else waits behind
 * them.
 */
export type Priority = 'EXIT' | 'POLL';

/**
 * A request not served within these milliseconds fails rather than waits on: orders after one window, because
 * their prices age, and reads after three.
 */
const PATIENCE_MS: Readonly<Record<Bucket, number>> = {
  TRADING: 65_000,
  STANDARD: 190_000,
  MARKET: 190_000,
};

/** Watching an account's exits every five seconds takes 12 of a minute's 60 requests; a quarter is 15. */
const KEPT_FOR_WATCHES = 1 / 4;

export interface BucketUsage {
  readonly bucket: Bucket;
  readonly used: number;
  /** Requests per minute, by the venue's word; null before its first answer. */
  readonly allowed: number | null;
  /** Requests that did not leave at once. */
  readonly putOff: number;
  readonly endsInMs: number | null;
}

interface Waiting {
  readonly priority: Priority;
  readonly since: number;
  readonly go: () => void;
  readonly giveUp: () => void;
}

/**
 * Hands out the requests that one token may still make, so that the venue never has to answer 429: exits
 * first, then the rest in order of arrival.
 */
export class TradierBudget {
  readonly #windows: Record<Bucket, RateWindow> = {
    STANDARD: new RateWindow(),
    MARKET: new RateWindow(KEPT_FOR_WATCHES),
    TRADING: new RateWindow(),
  };
  readonly #queues: Record<Bucket, Waiting[]> = { STANDARD: [], MARKET: [], TRADING: [] };
  readonly #alarms = new Map<Bucket, number>();
  readonly #putOff: Record<Bucket, number> = { STANDARD: 0, MARKET: 0, TRADING: 0 };

  constructor(private readonly time: RealTime = realTime) {}

  /**
   * Resolves when the request may leave; a call of `answered` must follow.
   * @throws {TradierFailure} NOT_SENT when its turn does not come in time.
   */
  take(bucket: Bucket, priority: Priority): Promise<void> {
    return new Promise((resolve, reject) => {
      let gone = false;
      const queue = this.#queues[bucket];
      const behind = priority === 'EXIT' ? queue.findIndex((w) => w.priority === 'POLL') : -1;
      queue.splice(behind < 0 ? queue.length : behind, 0, {
        priority,
        since: this.time.now(),
        go: () => {
          gone = true;
          resolve();
        },
        giveUp: () =>
          reject(new TradierFailure('NOT_SENT', `Not sent: the ${bucket} budget is spent`)),
      });
      this.#pump(bucket);
      if (!gone) this.#putOff[bucket] += 1;
    });
  }

  /** The state of each bucket. `endsInMs`: until its window ends; null while none runs. */
  usage(): readonly BucketUsage[] {
    const now = this.time.now();
    return (['STANDARD', 'MARKET', 'TRADING'] as const).map((bucket) => {
      const window = this.#windows[bucket];
      const left = window.end === null ? 0 : window.end - now;
      const endsInMs = left > 0 ? left : null;
      return { bucket, ...window.spent(now), putOff: this.#putOff[bucket], endsInMs };
    });
  }

  /**
   * Call after each answer, and with a null `notice` when there was none. `left`: milliseconds until the
   * venue's window ends.
   */
  answered(bucket: Bucket, notice: RateNotice | null, left: number | null): void {
    this.#windows[bucket].answered(this.time.now(), notice, left);
    this.#pump(bucket);
  }

  /** The venue answered `Quota Violation`: somebody else spends the same budget. */
  exhausted(bucket: Bucket, forMs: number | null): void {
    this.#windows[bucket].close(this.time.now(), forMs);
  }

  #pump(bucket: Bucket): void {
    const window = this.#windows[bucket];
    const queue = this.#queues[bucket];
    for (let next = queue[0]; next; next = queue[0]) {
      const floor = next.priority === 'EXIT' ? 0 : window.reserve;
      if (window.available(this.time.now()) <= floor) break;
      queue.shift();
      window.grant(this.time.now());
      next.go();
    }
    this.#dismiss(queue, PATIENCE_MS[bucket]);
    if (queue.length > 0) this.#lookAgain(bucket, window.end);
  }

  #dismiss(queue: Waiting[], patience: number): void {
    const before = this.time.now() - patience;
    const late = queue.filter(({ since }) => since < before);
    for (const waiting of late) {
      queue.splice(queue.indexOf(waiting), 1);
      waiting.giveUp();
    }
  }

  #lookAgain(bucket: Bucket, at: number | null): void {
    if (at === null || this.#alarms.get(bucket) === at) return;
    this.#alarms.set(bucket, at);
    void this.time.sleep(Math.max(at - this.time.now(), 1)).then(() => {
      if (this.#alarms.get(bucket) === at) this.#alarms.delete(bucket);
      this.#pump(bucket);
    });
  }
}
