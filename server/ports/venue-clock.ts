/** How far the desk’s clock is off the venue’s, by what the venue’s last answers said of the time. */
export interface VenueClock {
  /** The desk’s time less the venue’s, in milliseconds: a median. Null when too few answers came lately. */
  offMs(): number | null;
}
