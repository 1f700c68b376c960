/** What the gates ask for. Each number's reason stands in docs/promotion.md. */
export const LIMITS = {
  /** Closed ones. */
  trades: 30,
  /** Exchange days on which one closed. */
  days: 20,
  drawdownPct: 20,
  /** Pairs of expected and actual trades. */
  driftTrades: 30,
  /** What is earned less than expected, of all expected amounts without their signs. */
  shortfallPct: 20,
  /** What no cause explains, of the same. */
  unexplainedPct: 5,
  /** Bars handed over in time, of those due. */
  barsPct: 95,
  drillDays: 30,
} as const;

/** Of strategies without an edge, at most this share ever passes EXPECTANCY; of those with one, fails it. */
export const ERROR_SHARE = 0.025;
