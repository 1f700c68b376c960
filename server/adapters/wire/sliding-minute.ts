import type { TokenUrgency } from '../../ports/token-market.ts';
import type { Allowance } from './request-queue.ts';

const SECOND_MS = 1_000;
const WINDOW_MS = 60_000;
/** The host counts a request when it arrives, later than we sent it. */
const MARGIN_MS = 250;
/** The share of a minute that each urgency must leave for more urgent requests. */
const LEFT_FOR_OTHERS: Readonly<Record<TokenUrgency, number>> = {
  EXIT: 0,
  ENTRY: 0.1,
  MARK: 0.2,
  POLL: 0.3,
};
/** Polls use at most this share, however few other requests there are. */
const POLLS = 0.5;

/** The host's own count of the last minute, sent with an answer. */
export interface MinuteNotice {
  readonly allowed: number;
  /** Requests of all clients that use the key. */
  readonly used: number;
}

interface Second {
  readonly at: number;
  granted: number;
  polls: number;
}

/**
 * How many more requests a host admits; it counts those of the last 60 seconds. `allowed` is a guess until
 * the host states its limit. Its count also includes what other clients spend with the same key.
 */
export class SlidingMinute implements Allowance<TokenUrgency> {
  /** At most one entry for each second of the window, oldest first. */
  readonly #seconds: Second[] = [];
  #told: number | null = null;
  #spentByOthers = 0;
  #othersUntil = 0;
  #closedUntil = 0;
  #inFlight = 0;
  #heard = false;

  constructor(private readonly guess: number) {}

  admits(urgency: TokenUrgency, now: number): boolean {
    if (now < this.#closedUntil) return false;
    // Only the first answer shows what was spent before this server started.
    if (!this.#heard && this.#inFlight > 0 && urgency !== 'EXIT') return false;
    const { granted, polls } = this.#spent(now);
    if (urgency === 'POLL' && polls >= Math.floor(this.allowed * POLLS)) return false;
    const left = this.allowed - granted - this.#others(now);
    return left > Math.floor(this.allowed * LEFT_FOR_OTHERS[urgency]);
  }

  grant(urgency: TokenUrgency, now: number): void {
    const at = Math.floor(now / SECOND_MS) * SECOND_MS;
    let second = this.#seconds.at(-1);
    if (second?.at !== at) this.#seconds.push((second = { at, granted: 0, polls: 0 }));
    second.granted += 1;
    if (urgency === 'POLL') second.polls += 1;
    this.#inFlight += 1;
  }

  nextLook(now: number): number | null {
    if (now < this.#closedUntil) return this.#closedUntil;
    if (!this.#heard && this.#inFlight > 0) return null;
    const [oldest] = this.#seconds;
    const ends = oldest ? [endOf(oldest)] : [];
    if (this.#others(now) > 0) ends.push(this.#othersUntil);
    return ends.length > 0 ? Math.min(...ends) : null;
  }

  /** Must be called once per grant; `notice` is null when the host did not state its count. */
  answered(now: number, notice: MinuteNotice | null): void {
    this.#inFlight -= 1;
    this.#heard = true;
    if (!notice) return;
    this.#told = notice.allowed;
    this.#spentByOthers = Math.max(0, notice.used - this.#spent(now).granted);
    this.#othersUntil = now + WINDOW_MS + MARGIN_MS;
  }

  /** Stops all requests, because the host refuses everything for `forMs`. */
  close(now: number, forMs: number): void {
    const left = Math.min(Math.max(forMs, 0), WINDOW_MS);
    this.#closedUntil = Math.max(this.#closedUntil, now + left + MARGIN_MS);
  }

  /** `allowed`: null until the host has stated it. `endsInMs`: until the oldest request leaves the window. */
  usage(now: number) {
    const used = this.#spent(now).granted + this.#others(now);
    const [oldest] = this.#seconds;
    return { used, allowed: this.#told, endsInMs: oldest ? endOf(oldest) - now : null };
  }

  /** Requests a minute that the host states, or the guess. */
  get allowed(): number {
    return this.#told ?? this.guess;
  }

  #others(now: number): number {
    return now < this.#othersUntil ? this.#spentByOthers : 0;
  }

  #spent(now: number): { granted: number; polls: number } {
    for (let [oldest] = this.#seconds; oldest && endOf(oldest) <= now; [oldest] = this.#seconds) {
      this.#seconds.shift();
    }
    const spent = { granted: 0, polls: 0 };
    for (const { granted, polls } of this.#seconds) {
      spent.granted += granted;
      spent.polls += polls;
    }
    return spent;
  }
}

function endOf({ at }: Second): number {
  return at + SECOND_MS + WINDOW_MS + MARGIN_MS;
}
