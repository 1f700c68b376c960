/** The venue's count for a bucket, sent with each answer. */
export interface RateNotice {
  readonly allowed: number;
  readonly used: number;
  /** Epoch milliseconds of the venue; they identify the window. */
  readonly expiry: number;
}

const WINDOW_MS = 60_000;
/** The venue starts its window when our first request arrives, later than we sent it. */
const MARGIN_MS = 250;
/** A Date header has only whole seconds. */
const DATE_STEP_MS = 1_000;
/** Tradier's lowest allowance: every bucket of the sandbox. */
const CAUTIOUS = 60;

/**
 * One window of one bucket: how many more requests may leave in it. A window starts with its first request.
 *
 * It counts our own requests, and others' requests with the same token as far as the venue's count exceeds
 * ours. Until the venue's first count, what was spent before we started is unknown.
 */
export class RateWindow {
  /** `kept`: the share reserved for exits. */
  constructor(private readonly kept = 1 / 10) {}

  #allowed = CAUTIOUS;
  #granted = 0;
  #spentByOthers = 0;
  #endsAt: number | null = null;
  /** The expiry of the last window that has ended; answers about it come too late. */
  #lastExpiry = 0;
  #expiry = 0;
  #known = false;
  #inFlight = 0;

  /** Requests that may leave now. */
  available(now: number): number {
    if (this.#endsAt !== null && now >= this.#endsAt) this.#startAfresh();
    if (!this.#known && this.#inFlight > 0) return 0;
    return this.#allowed - this.#granted - this.#spentByOthers;
  }

  /** How much of the current window is spent; zero once it has ended. */
  spent(now: number): { readonly used: number; readonly allowed: number | null } {
    const over = this.#endsAt !== null && now >= this.#endsAt;
    const used = over ? 0 : this.#granted + this.#spentByOthers;
    return { used, allowed: this.#known ? this.#allowed : null };
  }

  get reserve(): number {
    return Math.ceil(this.#allowed * this.kept);
  }

  /** When the window ends and is checked again; null while nothing was sent and nothing is blocked. */
  get end(): number | null {
    return this.#endsAt;
  }

  grant(now: number): void {
    this.#granted += 1;
    this.#inFlight += 1;
    this.#endsAt ??= now + WINDOW_MS + MARGIN_MS;
  }

  /** Must be called once per grant. `left`: milliseconds until the venue's window ends; null if unknown. */
  answered(now: number, notice: RateNotice | null, left: number | null): void {
    this.#inFlight -= 1;
    this.#known = true;
    if (!notice || notice.expiry <= this.#lastExpiry) return;
    if (this.#expiry > this.#lastExpiry && notice.expiry > this.#expiry) this.#turnOver(now);
    this.#allowed = notice.allowed;
    this.#spentByOthers = Math.max(this.#spentByOthers, notice.used - this.#granted);
    this.#expiry = notice.expiry;
    if (left !== null && left > 0 && left <= WINDOW_MS + DATE_STEP_MS) {
      this.#endsAt = now + left + MARGIN_MS;
    }
  }

  /** The venue refuses everything for `forMs`; for a whole window when it did not say. */
  close(now: number, forMs: number | null): void {
    this.#spentByOthers = this.#allowed;
    const left = forMs === null ? WINDOW_MS : Math.min(Math.max(forMs, 0), WINDOW_MS);
    this.#endsAt = now + left + MARGIN_MS;
  }

  /**
   * The venue's window ended before ours, within the margin. A request every 5 seconds gets there each
   * minute. Requests already answered belong to the old window; requests in flight may belong to the new one.
   */
  #turnOver(now: number): void {
    this.#lastExpiry = this.#expiry;
    this.#endsAt = now + WINDOW_MS + MARGIN_MS;
    this.#granted = 1 + this.#inFlight;
    this.#spentByOthers = 0;
  }

  #startAfresh(): void {
    this.#lastExpiry = this.#expiry;
    this.#granted = 0;
    this.#spentByOthers = 0;
    this.#endsAt = null;
  }
}
