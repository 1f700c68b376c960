import { realTime, type RealTime } from '../wire/real-time.ts';
import { RequestQueue, type Allowance } from '../wire/request-queue.ts';
import { RateWindow, type RateNotice } from './rate-window.ts';
import { TradierFailure } from './tradier-failure.ts';

/** Tradier counts per token and bucket, in windows of one minute. */
export type Bucket = 'STANDARD' | 'MARKET' | 'TRADING';
/**
 * EXIT: closing orders, cancels, and quotes by which the desk watches an exit. All other requests wait behind
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
  /** Requests per minute that the venue states; null before its first answer. */
  readonly allowed: number | null;
  /** Requests that did not leave at once. */
  readonly putOff: number;
  readonly endsInMs: number | null;
}

const ORDER: readonly Priority[] = ['EXIT', 'POLL'];

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
  readonly #queues: Record<Bucket, RequestQueue<Priority>>;

  constructor(private readonly time: RealTime = realTime) {
    const queueOf = (bucket: Bucket) =>
      new RequestQueue({
        allowance: allowanceOf(this.#windows[bucket]),
        ...{ order: ORDER, time },
        late: () => new TradierFailure('NOT_SENT', `Not sent: the ${bucket} budget is spent`),
      });
    this.#queues = {
      STANDARD: queueOf('STANDARD'),
      MARKET: queueOf('MARKET'),
      TRADING: queueOf('TRADING'),
    };
  }

  /**
   * Resolves when the request may leave; a call of `answered` must follow.
   * @throws {TradierFailure} NOT_SENT when its turn does not come in time.
   */
  take(bucket: Bucket, priority: Priority): Promise<void> {
    return this.#queues[bucket].take(priority, this.time.now() + PATIENCE_MS[bucket]);
  }

  /** The state of each bucket. `endsInMs`: until its window ends; null while none runs. */
  usage(): readonly BucketUsage[] {
    const now = this.time.now();
    return (['STANDARD', 'MARKET', 'TRADING'] as const).map((bucket) => {
      const window = this.#windows[bucket];
      const left = window.end === null ? 0 : window.end - now;
      const { putOff } = this.#queues[bucket];
      const endsInMs = left > 0 ? left : null;
      return { bucket, ...window.spent(now), putOff, endsInMs };
    });
  }

  /**
   * Call after each answer, and with a null `notice` when there was none. `left`: milliseconds until the
   * venue's window ends.
   */
  answered(bucket: Bucket, notice: RateNotice | null, left: number | null): void {
    this.#windows[bucket].answered(this.time.now(), notice, left);
    this.#queues[bucket].pump();
  }

  /** The venue answered `Quota Violation`: another client spends the same budget. */
  exhausted(bucket: Bucket, forMs: number | null): void {
    this.#windows[bucket].close(this.time.now(), forMs);
  }
}

function allowanceOf(window: RateWindow): Allowance<Priority> {
  return {
    admits: (priority, now) => window.available(now) > (priority === 'EXIT' ? 0 : window.reserve),
    grant: (_, now) => window.grant(now),
    nextLook: () => window.end,
  };
}
