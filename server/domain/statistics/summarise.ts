import { Drawdown, ExactSum, numbersOf, sumOf, type Amounts } from '../columns/amounts.ts';
import type { Decimal } from '../decimal.ts';
import type { TradeStatus } from '../trade/trade-status.ts';
import { aiStats } from './ai-stats.ts';
import type { ResultColumns } from './result-columns.ts';
import { meanEstimate, rateEstimate, ratioEstimate, sharpeEstimate } from './estimate.ts';
import { riskRatios } from './risk-ratios.ts';
import type { CloseStats, TradeStats } from './trade-stats.ts';

/** Statistics of these rows, which are in order of closing. */
export function summarise(columns: ResultColumns, rows: Int32Array): TradeStats {
  const { amounts, numbers } = columns.rows;
  const nets = numbersOf(amounts.net, rows);
  const run = runThrough(amounts.net, rows, nets);
  const totalPnl = sumOf(amounts.net, rows);
  const n = rows.length;
  return {
    trades: n,
    wins: run.wins,
    losses: run.losses,
    scratches: n - run.wins - run.losses,
    winRate: rateEstimate(run.wins, n),
    profitFactor: ratioEstimate(above(nets, 1), above(nets, -1)),
    expectancy: meanEstimate(nets),
    averageWin: average(run.won, run.wins),
    averageLoss: average(run.lost, run.losses),
    totalPnl,
    fees: sumOf(amounts.fees, rows),
    maxDrawdown: run.maxDrawdown,
    sharpeEstimate: sharpeEstimate(nets),
    ...riskRatios(nets, totalPnl, run.maxDrawdown),
    exposureMinutes: minutesHeld(numbers, rows),
    longestLosingStreak: run.longestLosingStreak,
    byClose: byClose(columns, rows),
    ai: aiStats(columns, rows, nets),
    segments: [],
  };
}

const CENT_DIGITS = 6;

/** Each value times the sign where that is positive, else 0. */
function above(values: Float64Array, sign: 1 | -1): Float64Array {
  const found = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += 1) found[at] = Math.max(sign * values[at]!, 0);
  return found;
}

function average(total: Decimal, n: number): Decimal | null {
  return n === 0 ? null : total.div(n).toDecimalPlaces(CENT_DIGITS);
}

/** The figures that depend on the order of the results. */
function runThrough({ units, odd }: Amounts, rows: Int32Array, nets: Float64Array) {
  const [won, lost, drawdown] = [new ExactSum(), new ExactSum(), new Drawdown()];
  let [wins, losses, streak, longestLosingStreak] = [0, 0, 0, 0];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    const net = nets[at]!;
    drawdown.add(units[row]!, odd?.[row]);
    if (net > 0) {
      wins += 1;
      won.add(units[row]!, odd?.[row]);
    }
    streak = net < 0 ? streak + 1 : 0;
    if (net < 0) {
      losses += 1;
      lost.add(units[row]!, odd?.[row]);
      longestLosingStreak = Math.max(longestLosingStreak, streak);
    }
  }
  const { deepest: maxDrawdown } = drawdown;
  return { wins, losses, won: won.total, lost: lost.total, longestLosingStreak, maxDrawdown };
}

function minutesHeld(
  { openedAt, closedAt }: Readonly<Record<'openedAt' | 'closedAt', Float64Array>>,
  rows: Int32Array,
): number {
  let total = 0;
  for (const row of rows) total += (closedAt[row]! - openedAt[row]!) / 60_000 || 0;
  return total;
}

function byClose({ rows: set, names }: ResultColumns, rows: Int32Array): readonly CloseStats[] {
  const groups = new Map<number, { count: number; readonly pnl: ExactSum }>();
  const { units, odd } = set.amounts.net;
  for (const row of rows) {
    const code = set.codes.CLOSE_REASON[row]!;
    const group = groups.get(code) ?? { count: 0, pnl: new ExactSum() };
    if (group.count === 0) groups.set(code, group);
    group.count += 1;
    group.pnl.add(units[row]!, odd?.[row]);
  }
  return [...groups].map(([code, { count, pnl }]) => ({
    reason: names.textOf(code) as TradeStatus,
    count,
    pnl: pnl.total,
  }));
}
