import { Drawdown, ExactSum } from '../columns/amounts.ts';
import type { Decimal } from '../decimal.ts';
import type { RealisedColumns } from './realised-columns.ts';

/** The results realised on one exchange day. */
export interface DailyPnl {
  /** The exchange date, YYYY-MM-DD. */
  readonly date: string;
  /** The number of trades that ended on the day; `wins` and `losses` count by their whole result. */
  readonly trades: number;
  readonly wins: number;
  readonly losses: number;
  /** Dollars, after the day's fees; the days add up to the total, whatever the span. */
  readonly netPnl: Decimal;
  readonly fees: Decimal;
  /** The day's deepest fall of the running sum below its peak, in dollars; 0 at a new high. */
  readonly drawdown: Decimal;
}

/** Groups these rows, which are in order of time, by day. Days without rows are left out. */
export function dailyPnl(
  { rows: { numbers, amounts, codes }, names }: RealisedColumns,
  rows: Int32Array,
): readonly DailyPnl[] {
  const days: DailyPnl[] = [];
  const { net, fees } = amounts;
  const drawdown = new Drawdown();
  for (let at = 0; at < rows.length;) {
    const date = codes.date[rows[at]!]!;
    const [netPnl, paid] = [new ExactSum(), new ExactSum()];
    let [wins, losses, scratches] = [0, 0, 0];
    drawdown.forget();
    for (; at < rows.length && codes.date[rows[at]!] === date; at += 1) {
      const row = rows[at]!;
      netPnl.add(net.units[row]!, net.odd?.[row]);
      paid.add(fees.units[row]!, fees.odd?.[row]);
      drawdown.add(net.units[row]!, net.odd?.[row]);
      const ended = numbers.ended[row]!;
      if (ended === 1) wins += 1;
      if (ended === -1) losses += 1;
      if (ended === 0) scratches += 1;
    }
    days.push({
      date: names.textOf(date) ?? '',
      ...{ trades: wins + losses + scratches, wins, losses },
      ...{ netPnl: netPnl.total, fees: paid.total, drawdown: drawdown.deepest },
    });
  }
  return days;
}
