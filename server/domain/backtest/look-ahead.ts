import type { BarColumns } from '../bars/bar-columns.ts';
import { barEnd } from '../bars/bar-times.ts';
import { instrumentOf } from '../bars/instrument-of.ts';
import type { QuoteTable } from '../bars/quote-table.ts';
import type { BacktestData } from './backtest-input.ts';
import type { Decision } from './backtest-report.ts';

/** The data as it was known at an instant: bars that were complete, quotes that had come. */
export function cutOff({ bars, quotes }: BacktestData, at: number): BacktestData {
  return { bars: bars.map((each) => cutBars(each, at)), quotes: quotes && cutQuotes(quotes, at) };
}

/**
 * Runs again with the data cut off after some of a run's decisions: what was decided up to then must be the
 * same. A strategy that knows the future decides differently, or fails without it.
 *
 * @returns the instant of the first decision that the past does not explain; null: all are explained.
 */
export function lookAhead(
  data: BacktestData,
  decisions: readonly Decision[],
  again: (cut: BacktestData) => readonly Decision[],
  checks = 8,
): number | null {
  for (const at of instantsToCheck(decisions, checks)) {
    const differs = firstDifference(decidedBy(decisions, at), decided(data, at, again));
    if (differs !== null) return differs;
  }
  return null;
}

/** Instants of decisions after which to cut the data off: evenly spread, including the first and the last. */
export function instantsToCheck(decisions: readonly Decision[], checks = 8): readonly number[] {
  const instants = [...new Set(decisions.map(({ by }) => by))].sort((a, b) => a - b);
  const step = Math.max(1, Math.ceil(instants.length / checks));
  return instants.filter((_, n) => n % step === 0 || n === instants.length - 1);
}

/** The decisions by an instant, from data that was known then. */
export function decidedBy(decisions: readonly Decision[], at: number): readonly Decision[] {
  return decisions.filter(({ by }) => by <= at);
}

function decided(
  data: BacktestData,
  at: number,
  again: (cut: BacktestData) => readonly Decision[],
): readonly Decision[] {
  try {
    return decidedBy(again(cutOff(data, at)), at);
  } catch {
    return [];
  }
}

function firstDifference(one: readonly Decision[], other: readonly Decision[]): number | null {
  for (let n = 0; n < Math.max(one.length, other.length); n += 1) {
    const [a, b] = [one[n], other[n]];
    if (a?.at !== b?.at || a?.asked !== b?.asked) return (a ?? b)!.at;
  }
  return null;
}

function cutBars(bars: BarColumns, until: number): BarColumns {
  const { assetClass } = instrumentOf(bars.symbol);
  let count = bars.at.length;
  while (count > 0 && barEnd(bars.interval, bars.at[count - 1]!, assetClass) > until) count -= 1;
  const part = (column: Float64Array) => column.subarray(0, count);
  return {
    ...bars,
    ...{ at: part(bars.at), open: part(bars.open), high: part(bars.high), low: part(bars.low) },
    ...{ close: part(bars.close), volume: part(bars.volume) },
  };
}

function cutQuotes(quotes: QuoteTable, until: number): QuoteTable {
  const after = quotes.at.findIndex((at) => at > until);
  const count = after === -1 ? quotes.at.length : after;
  const part = (column: Float64Array | null) => column && column.subarray(0, count);
  return {
    ...quotes,
    ...{ at: quotes.at.subarray(0, count), symbol: quotes.symbol.subarray(0, count) },
    ...{ bid: quotes.bid.subarray(0, count), ask: quotes.ask.subarray(0, count) },
    ...{ bidSize: part(quotes.bidSize), askSize: part(quotes.askSize), iv: part(quotes.iv) },
    ...{ delta: part(quotes.delta), underlyingPrice: part(quotes.underlyingPrice) },
  };
}
