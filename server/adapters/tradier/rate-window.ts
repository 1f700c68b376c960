/** What the venue says of a bucket with each answer. */
export interface RateNotice {
  readonly allowed: number;
  readonly used: number;
  /** Epoch milliseconds of the venue, which name the window. */
  readonly expiry: number;
}

const WINDOW_MS = 60_000;
/** The venue starts its window when our first request arrives, which is later than we sent it. */
const MARGIN_MS = 250;
/** A Date header tells whole seconds only. */
const DATE_STEP_MS = 1_000;
/** Tradier's lowest allowance: every bucket of the sandbox. */
const CAUTIOUS = 60;

/**
 * One window of one bucket: how many requests may still leave in it. A window starts with its first request.
 *
 * Counts what we let go, and what others spent with the same token, as far as the venue's counts
 * exceed ours. Until it has once spoken we do not know what was spent before we started.
 */
export class RateWindow {
  /** `kept`: the share that is kept back for exits. */
  constructor(private readonly kept = 1 / 10) {}

  #allowed = CAUTIOUS;
  #granted = 0;
  #spentByOthers = 0;
  #endsAt: number | null = null;
  /** Of the last window that is over; answers about it come too late. */
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

  /** How much of the present window is spent; nothing once it is over. */
  spent(now: number): { readonly used: number; readonly allowed: number | null } {
    const over = this.#endsAt !== null && now >= this.#endsAt;
    const used = over ? 0 : this.#granted + this.#spentByOthers;
    return { used, allowed: this.#known ? this.#allowed : null };
  }

  get reserve(): number {
    return Math.ceil(this.#allowed * this.kept);
  }

  /** When to look again; null while nothing has left and nothing forbids it. */
  get end(): number | null {
    return this.#endsAt;
  }

  grant(now: number): void {
    this.#granted += 1;
    this.#inFlight += 1;
    this.#endsAt ??= now + WINDOW_MS + MARGIN_MS;
  }

  /** To be called once for each grant. `left`: how long the venue's window still lasts, null if unknown. */
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

  /** The venue refuses everything for this long; for a whole window where it did not say. */
  close(now: number, forMs: number | null): void {
    this.#spentByOthers = this.#allowed;
    const left = forMs === null ? WINDOW_MS : Math.min(Math.max(forMs, 0), WINDOW_MS);
    this.#endsAt = now + left + MARGIN_MS;
  }

  /**
   * The venue's window ended before ours, within the margin: a request every 5 seconds falls there each
   * minute. What was answered before is of the window that is over; what is in flight may be of the new one.
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
