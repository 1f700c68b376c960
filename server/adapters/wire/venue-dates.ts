import type { Clock } from '../../ports/clock.ts';
import type { VenueClock } from '../../ports/venue-clock.ts';

/** How many of the last answers count; a median needs at least three, so that none decides alone. */
const MOST = 15;
const LEAST = 3;
/** An older answer proves nothing about the present. */
const FRESH_MS = 10 * 60_000;
/** A Date header drops the fraction of its second, which is half a second on average. */
const HALF_SECOND = 500;

interface Heard {
  readonly at: number;
  readonly offMs: number;
}

/** Compares the desk’s clock with the Date headers of a venue’s answers, over all tokens. */
export class VenueDates implements VenueClock {
  #heard: Heard[] = [];

  constructor(private readonly clock: Clock) {}

  /** `header`: the Date header as sent; one that is missing or invalid is ignored. */
  heard(header: string | null): void {
    const said = Date.parse(header ?? '');
    if (Number.isNaN(said)) return;
    const at = this.clock.now().getTime();
    this.#heard = [...this.#heard.slice(1 - MOST), { at, offMs: at - said - HALF_SECOND }];
  }

  offMs(): number | null {
    const now = this.clock.now().getTime();
    const fresh = this.#heard.filter(({ at }) => Math.abs(now - at) <= FRESH_MS);
    if (fresh.length < LEAST) return null;
    const sorted = fresh.map(({ offMs }) => offMs).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)]!;
  }
}
