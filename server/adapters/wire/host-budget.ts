import type { TokenUrgency } from '../../ports/token-market.ts';
import { HostFailure } from './host-failure.ts';
import type { RealTime } from './real-time.ts';
import { RequestQueue } from './request-queue.ts';
import { SlidingMinute, type MinuteNotice } from './sliding-minute.ts';

/** Ordered from the most urgent to the least. */
export const URGENCIES: readonly TokenUrgency[] = ['EXIT', 'ENTRY', 'MARK', 'POLL'];
/** Longest waits, in milliseconds: later, a poll belongs to the next round and a quote is too late. */
const PATIENCE_MS: Readonly<Record<TokenUrgency, number>> = {
  EXIT: 10_000,
  ENTRY: 8_000,
  MARK: 4_000,
  POLL: 2_000,
};

export interface HostUsage {
  readonly used: number;
  /** Requests a minute that the host states; null before it has stated them. */
  readonly allowed: number | null;
  /** Requests that did not leave at once. */
  readonly putOff: number;
  readonly endsInMs: number | null;
}

/** The requests that one key may make at one host in a minute: exits, then entries, marks and polls. */
export class HostBudget {
  readonly #minute: SlidingMinute;
  readonly #queue: RequestQueue<TokenUrgency>;

  /** `guess`: requests a minute until the host states its own limit. */
  constructor(
    host: string,
    guess: number,
    private readonly time: RealTime,
  ) {
    this.#minute = new SlidingMinute(guess);
    this.#queue = new RequestQueue({
      ...{ allowance: this.#minute, order: URGENCIES, time },
      late: () => new HostFailure('NOT_SENT', `${host}: put off, its allowance is used up for now`),
    });
  }

  /** The latest time at which a request that is made now is still useful. */
  deadline(urgency: TokenUrgency): number {
    return this.time.now() + PATIENCE_MS[urgency];
  }

  /** Resolves when the request may leave; a call of `answered` must follow. @throws {HostFailure} NOT_SENT. */
  take(urgency: TokenUrgency, until: number): Promise<void> {
    return this.#queue.take(urgency, until);
  }

  answered(notice: MinuteNotice | null): void {
    this.#minute.answered(this.time.now(), notice);
    this.#queue.pump();
  }

  /** The host answered 429. */
  exhausted(forMs: number): void {
    this.#minute.close(this.time.now(), forMs);
  }

  /** Requests a minute that the host states; the guess until it has stated them. */
  get allowance(): number {
    return this.#minute.allowed;
  }

  usage(): HostUsage {
    return { ...this.#minute.usage(this.time.now()), putOff: this.#queue.putOff };
  }
}
