import { exchangeDate } from '../calendar/market-calendar.ts';
import { Decimal, ZERO } from '../decimal.ts';
import { netPnlOf } from '../trade/trade-figures.ts';
import type { Trade } from '../trade/trade.ts';

/** What closed on one day of the exchange. */
export interface DailyPnl {
  /** The exchange's date of the close, YYYY-MM-DD. */
  readonly date: string;
  readonly trades: number;
  readonly wins: number;
  readonly losses: number;
  /** Dollars; the days add up to the total, whatever the span. */
  readonly netPnl: Decimal;
  readonly fees: Decimal;
  /** Deepest that the running sum stood under its highest point after any trade of the day; 0 at a new high. */
  readonly drawdown: Decimal;
}

/** Closed trades, in order of closing, by the day that they closed on. Days without any are left out. */
export function dailyPnl(trades: readonly Trade[]): readonly DailyPnl[] {
  const days = new Map<string, DailyPnl>();
  let total = ZERO;
  let peak = ZERO;
  for (const trade of trades) {
    if (!trade.closedAt || trade.filledQuantity.isZero()) continue;
    const net = netPnlOf(trade);
    total = total.plus(net);
    peak = Decimal.max(peak, total);
    const date = exchangeDate(trade.closedAt);
    const day = days.get(date) ?? { date, ...NOTHING };
    days.set(date, {
      date,
      trades: day.trades + 1,
      wins: day.wins + (net.greaterThan(0) ? 1 : 0),
      losses: day.losses + (net.lessThan(0) ? 1 : 0),
      netPnl: day.netPnl.plus(net),
      fees: day.fees.plus(trade.fees),
      drawdown: Decimal.max(day.drawdown, peak.minus(total)),
    });
  }
  return [...days.values()];
}

const NOTHING = { trades: 0, wins: 0, losses: 0, netPnl: ZERO, fees: ZERO, drawdown: ZERO };
