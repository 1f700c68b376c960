/** A node may show a swap this much later than another node that reported it, in milliseconds. */
const SHOWN_AFTER_MS = 60_000;

/** The instant from which on booked swaps may be missing in a reading of the chain. */
export function lately(now: Date): Date {
  return new Date(now.getTime() - SHOWN_AFTER_MS);
}
