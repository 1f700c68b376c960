/** What the gates require. docs/promotion.md gives the reason of each number. */
export const LIMITS = {
  /** Closed trades. */
  trades: 30,
  /** Exchange days on which a trade closed. */
  days: 20,
  drawdownPct: 20,
  /** Pairs of expected and actual trades. */
  driftTrades: 30,
  /** The most by which earnings may fall short, as a share of all expected amounts without their signs. */
  shortfallPct: 20,
  /** The most that no cause explains, as a share of the same amounts. */
  unexplainedPct: 5,
  /** The share of due bars that came in time. */
  barsPct: 95,
  drillDays: 30,
} as const;

/** The largest share of strategies without an edge that ever pass EXPECTANCY, or of those with one that fail it. */
export const ERROR_SHARE = 0.025;
