import { exact } from '../lib/exact.ts';
import { direction } from '../figures/trade-figures.ts';
import { neverFilled, type ClosedTrade } from './days.ts';

/** Percentages of the entry price, from worst to best, for one bar of the column. */
export interface Excursion {
  worst: number | null;
  result: number;
  best: number | null;
  stop: number | null;
}

const LOW = -80;
const HIGH = 120;

/** The place of a percentage on the scale that all rows share, 0 to 1. */
export function onScale(percent: number): number {
  return Math.min(1, Math.max(0, (percent - LOW) / (HIGH - LOW)));
}

export function excursionOf(trade: ClosedTrade): Excursion | null {
  const entry = exact(trade.entryPrice);
  const exit = exact(trade.exitPrice);
  if (neverFilled(trade) || !entry?.gt(0) || !exit) return null;
  const share = (gained: ReturnType<typeof exact>) =>
    gained ? gained.div(entry).times(100).toNumber() : null;
  const side = direction(trade.side);
  const stop = exact(trade.initialStopLoss);
  return {
    worst: share(exact(trade.maxAdverseExcursion)),
    result: share(exit.minus(entry).times(side)) ?? 0,
    best: share(exact(trade.maxFavorableExcursion)),
    stop: stop ? share(stop.minus(entry).times(side)) : null,
  };
}
