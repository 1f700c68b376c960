import { Decimal, ZERO, sum } from '../decimal.ts';
import type { TradeStatus } from '../trade/trade-status.ts';
import type { ClosedResult } from './closed-result.ts';
import { aiStats } from './ai-stats.ts';
import { meanEstimate, rateEstimate, ratioEstimate, sharpeEstimate } from './estimate.ts';
import { riskRatios } from './risk-ratios.ts';
import type { CloseStats, TradeStats } from './trade-stats.ts';

/** Statistics of closed trades, given in order of closing. Entries that never filled do not count. */
export function summarise(trades: readonly ClosedResult[]): TradeStats {
  const filled = trades.filter((trade) => trade.filledQuantity.greaterThan(0));
  const nets = filled.map((trade) => trade.realizedPnl.minus(trade.fees));
  const wins = nets.filter((net) => net.greaterThan(0));
  const losses = nets.filter((net) => net.lessThan(0));
  const numbers = nets.map((net) => net.toNumber());
  const totalPnl = sum(nets);
  const deepest = maxDrawdown(nets);
  return {
    trades: filled.length,
    wins: wins.length,
    losses: losses.length,
    scratches: filled.length - wins.length - losses.length,
    winRate: rateEstimate(wins.length, filled.length),
    profitFactor: ratioEstimate(
      numbers.map((net) => Math.max(net, 0)),
      numbers.map((net) => Math.max(-net, 0)),
    ),
    expectancy: meanEstimate(numbers),
    averageWin: wins.length > 0 ? sum(wins).div(wins.length).toDecimalPlaces(CENT_DIGITS) : null,
    averageLoss:
      losses.length > 0 ? sum(losses).div(losses.length).toDecimalPlaces(CENT_DIGITS) : null,
    totalPnl,
    fees: sum(filled.map((trade) => trade.fees)),
    maxDrawdown: deepest,
    sharpeEstimate: sharpeEstimate(numbers),
    ...riskRatios(numbers, totalPnl, deepest),
    exposureMinutes: filled.reduce((total, trade) => total + minutesHeld(trade), 0),
    longestLosingStreak: longestLosingStreak(nets),
    byClose: byClose(filled),
    ai: aiStats(filled),
    segments: [],
  };
}

const CENT_DIGITS = 6;

/** The deepest fall of the running sum below its peak, which starts at 0. */
function maxDrawdown(nets: readonly Decimal[]): Decimal {
  let total = ZERO;
  let peak = ZERO;
  let deepest = ZERO;
  for (const net of nets) {
    total = total.plus(net);
    peak = Decimal.max(peak, total);
    deepest = Decimal.max(deepest, peak.minus(total));
  }
  return deepest;
}

function longestLosingStreak(nets: readonly Decimal[]): number {
  let longest = 0;
  let streak = 0;
  for (const net of nets) {
    streak = net.lessThan(0) ? streak + 1 : 0;
    longest = Math.max(longest, streak);
  }
  return longest;
}

function minutesHeld({ openedAt, closedAt }: ClosedResult): number {
  return openedAt && closedAt ? (closedAt.getTime() - openedAt.getTime()) / 60_000 : 0;
}

function byClose(trades: readonly ClosedResult[]): readonly CloseStats[] {
  const groups = new Map<TradeStatus, CloseStats>();
  for (const trade of trades) {
    const reason = trade.closeReason ?? trade.status;
    const { count, pnl } = groups.get(reason) ?? { count: 0, pnl: ZERO };
    groups.set(reason, {
      reason,
      count: count + 1,
      pnl: pnl.plus(trade.realizedPnl).minus(trade.fees),
    });
  }
  return [...groups.values()];
}
