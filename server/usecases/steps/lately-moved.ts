/** A node may show a swap this much later than another one that told of it. */
const SHOWN_AFTER_MS = 60_000;

/** From when on what was booked may be missing in a reading of the chain. */
export function lately(now: Date): Date {
  return new Date(now.getTime() - SHOWN_AFTER_MS);
}
