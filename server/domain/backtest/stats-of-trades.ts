import { everyRow } from '../columns/columns.ts';
import { Names } from '../columns/names.ts';
import { RowSet } from '../columns/row-set.ts';
import type { Row } from '../columns/layout.ts';
import { dec } from '../decimal.ts';
import { CLOSED, type ClosedShape } from '../statistics/closed-columns.ts';
import { summarise } from '../statistics/summarise.ts';
import type { TradeStats } from '../statistics/trade-stats.ts';
import type { BacktestTrade } from './backtest-report.ts';

/** The figures of a book’s closed trades, of trades of the past. They are in order of closing. */
export function statsOfTrades(trades: readonly BacktestTrade[]): TradeStats {
  const names = new Names();
  const rows = trades.map((trade, place) => rowOf(trade, place, names));
  const columns = { rows: RowSet.of(CLOSED, rows), names };
  return summarise(columns, everyRow(columns));
}

function rowOf(trade: BacktestTrade, place: number, names: Names): Row<ClosedShape> {
  const codes = Object.fromEntries(CLOSED.codes.map((name) => [name, -1]));
  codes.CLOSE_REASON = names.codeOf(trade.closeReason);
  const net = dec(trade.netPnl);
  return {
    id: String(place).padStart(9, '0'),
    numbers: {
      ...{ openedAt: trade.entryAt, closedAt: trade.exitAt, aiConfidence: NaN },
      outcome: net.comparedTo(0),
    },
    amounts: { net, fees: dec(trade.fees) },
    codes: codes as Row<ClosedShape>['codes'],
  };
}
