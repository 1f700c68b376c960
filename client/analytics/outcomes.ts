import type { OutcomesQuery } from '../gql/graphql.ts';
import { Exact, exact } from '../lib/exact.ts';
import { direction } from '../figures/trade-figures.ts';

export type OutcomeRow = OutcomesQuery['trades']['nodes'][number];

/** One closed trade for the excursion charts, in percent of its entry price. */
export interface Outcome {
  id: string;
  symbol: string;
  /** The worst and best price of the exit side; null when no mark was taken. */
  worst: number | null;
  best: number | null;
  /** No mark is missing that could have been an extreme. */
  complete: boolean;
  result: number;
  /** Dollars: `net` is after fees, `cost` the entry's cost without a sign. */
  net: number;
  cost: number;
  fees: number;
  /** Its first stop, below 0. */
  stop: number | null;
  /** Net P&L in units of the risk to that stop. */
  r: number | null;
}

/** The figures of a closed trade; null if it never had a position. */
export function outcomeOf(row: OutcomeRow): Outcome | null {
  const entry = exact(row.entryPrice);
  const exit = exact(row.exitPrice);
  const net = exact(row.netPnl);
  const quantity = new Exact(row.filledQuantity);
  if (!entry?.gt(0) || !exit || !net || quantity.isZero()) return null;
  const side = direction(row.side);
  const percent = (move: Exact | null) => move && move.div(entry).times(100).toNumber();
  const stop = exact(row.initialStopLoss);
  return {
    id: row.id,
    symbol: row.ticker ?? row.symbol,
    worst: percent(exact(row.maxAdverseExcursion)),
    best: percent(exact(row.maxFavorableExcursion)),
    complete: row.excursionsComplete,
    result: percent(exit.minus(entry).times(side)) ?? 0,
    net: net.toNumber(),
    cost: entry.times(quantity).times(row.multiplier).toNumber(),
    fees: Number(row.fees),
    stop: stop ? percent(stop.minus(entry).times(side)) : null,
    r: exact(row.rMultiple)?.toNumber() ?? null,
  };
}

export interface StopTotal {
  /** The stop's distance in percent of the entry price, above 0. */
  stop: number;
  /** Total dollars after fees if the stop came first, and if the target did. */
  low: number;
  high: number;
}

/** The trades with excursions without a gap: only they show whether a level was touched. */
export function testable(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter((each) => each.complete && each.worst !== null && each.best !== null);
}

/**
 * The total with another stop, and perhaps another target, each filled at its price.
 *
 * A touched level ends the trade there. For a trade that touched both, the order is unknown, so it counts at
 * the stop in `low` and at the target in `high`. One that touched neither keeps its result, though its own
 * stop may have ended it where the other would not have.
 */
export function otherStops(
  outcomes: readonly Outcome[],
  stops: readonly number[],
  target: number | null,
): StopTotal[] {
  return stops.map((stop) => {
    let low = 0;
    let high = 0;
    for (const { worst, best, net, cost, fees } of outcomes) {
      const stopped = (worst ?? 0) <= -stop ? (-stop / 100) * cost - fees : null;
      const paid = target !== null && (best ?? 0) >= target ? (target / 100) * cost - fees : null;
      low += stopped ?? paid ?? net;
      high += paid ?? stopped ?? net;
    }
    return { stop, low, high };
  });
}

export interface RBin {
  /** Lower edge, in R; the first bin has everything below its upper edge, the last everything above. */
  from: number;
  n: number;
}

const R_STEP = 0.5;
const R_FROM = -2;
const R_TO = 3;

export function rBins(outcomes: readonly Outcome[]): RBin[] {
  const bins = Array.from({ length: (R_TO - R_FROM) / R_STEP }, (_, n) => ({
    from: R_FROM + n * R_STEP,
    n: 0,
  }));
  for (const { r } of outcomes) {
    if (r === null) continue;
    const at = Math.floor((r - R_FROM) / R_STEP);
    bins[Math.max(0, Math.min(bins.length - 1, at))]!.n += 1;
  }
  return bins;
}
