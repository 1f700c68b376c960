import { readUnits } from '../bars/units.ts';
import { amountOf, columnOf, UNIT_DIGITS, type Amounts } from '../columns/amounts.ts';
import { everyRow } from '../columns/columns.ts';
import { Names } from '../columns/names.ts';
import { dec } from '../decimal.ts';
import { monteCarlo, type MonteCarlo } from '../statistics/monte-carlo.ts';
import { summarise } from '../statistics/summarise.ts';
import type { TradeStats } from '../statistics/trade-stats.ts';
import type { BacktestTrade } from './backtest-report.ts';
import { randomOf } from './random.ts';

/**
 * The figures of a run's closed trades, by the definitions of every book. Only the columns that they read are
 * made: a sweep has ten thousand trades a run. The trades are in order of closing.
 */
export function backtestStats(trades: readonly BacktestTrade[]): TradeStats {
  const names = new Names();
  const rows = {
    size: trades.length,
    numbers: {
      openedAt: Float64Array.from(trades, ({ entryAt }) => entryAt),
      closedAt: Float64Array.from(trades, ({ exitAt }) => exitAt),
      aiConfidence: new Float64Array(trades.length).fill(NaN),
    },
    amounts: {
      net: amountsOf(trades.map(({ netPnl }) => netPnl)),
      fees: amountsOf(trades.map(({ fees }) => fees)),
    },
    codes: {
      CLOSE_REASON: Int32Array.from(trades, ({ closeReason }) => names.codeOf(closeReason)),
      verdict: new Int32Array(trades.length).fill(names.codeOf(null)),
    },
  };
  return summarise({ rows, names }, everyRow({ rows }));
}

/** See `monteCarlo`: what a run's trades might have come to. */
export function monteCarloOf(
  trades: readonly BacktestTrade[],
  cash: string,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): MonteCarlo | null {
  const nets = trades.map(({ netPnl }) => dec(netPnl));
  return monteCarlo(nets, dec(cash), { runs, seed, random: randomOf(seed) });
}

function amountsOf(texts: readonly string[]): Amounts {
  return columnOf(texts.map((text) => millionthsOf(text) ?? amountOf(dec(text))));
}

/** Null: too many digits to tell without a decimal. */
function millionthsOf(text: string): number | null {
  const read = readUnits(text);
  if (!read || read.digits > UNIT_DIGITS) return null;
  const millionths = read.units * 10 ** (UNIT_DIGITS - read.digits);
  return Number.isSafeInteger(2 * millionths) ? millionths : null;
}
