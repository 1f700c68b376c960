import type { RealisedPart } from './realised-part.ts';
import { Decimal, ZERO } from '../decimal.ts';

/** What was realised on one exchange day. */
export interface DailyPnl {
  /** The exchange date, YYYY-MM-DD. */
  readonly date: string;
  /** The number of trades that ended on the day; `wins` and `losses` go by their whole result. */
  readonly trades: number;
  readonly wins: number;
  readonly losses: number;
  /** Dollars, after the day's fees; the days add up to the total, whatever the span. */
  readonly netPnl: Decimal;
  readonly fees: Decimal;
  /** The day's deepest fall of the running sum below its peak, in dollars; 0 at a new high. */
  readonly drawdown: Decimal;
}

/** Groups parts, given in order of time, by day. Days without any are left out. */
export function dailyPnl(parts: readonly RealisedPart[]): readonly DailyPnl[] {
  const days = new Map<string, DailyPnl>();
  let total = ZERO;
  let peak = ZERO;
  for (const { date, realizedPnl, fees, ended } of parts) {
    const net = realizedPnl.minus(fees);
    total = total.plus(net);
    peak = Decimal.max(peak, total);
    const day = days.get(date) ?? { date, ...NOTHING };
    days.set(date, {
      date,
      trades: day.trades + (ended === null ? 0 : 1),
      wins: day.wins + (ended === 1 ? 1 : 0),
      losses: day.losses + (ended === -1 ? 1 : 0),
      netPnl: day.netPnl.plus(net),
      fees: day.fees.plus(fees),
      drawdown: Decimal.max(day.drawdown, peak.minus(total)),
    });
  }
  return [...days.values()];
}

const NOTHING = { trades: 0, wins: 0, losses: 0, netPnl: ZERO, fees: ZERO, drawdown: ZERO };
