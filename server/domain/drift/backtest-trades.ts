import type { BacktestTrade } from '../backtest/backtest-report.ts';
import { instrumentOf } from '../bars/instrument-of.ts';
import { dec } from '../decimal.ts';
import { isBuy } from '../order/order.ts';
import type { DriftTrade } from './drift-trade.ts';
import { numbered } from './numbered.ts';

/** Closed trades of a backtest over bars, which fills at the market's own price: bars have no spread. */
export function backtestTrades(trades: readonly BacktestTrade[]): readonly DriftTrade[] {
  const { made } = numbered({ made: trades.map(madeOf) });
  return made.map((trade) => ({ ...trade, id: idOf(trade) }));
}

/** The same whenever the backtest runs again. */
function idOf({ symbol, side, decidedAt, ordinal }: DriftTrade): string {
  return `${symbol} ${side} ${decidedAt} ${ordinal}`;
}

function madeOf(trade: BacktestTrade, n: number): DriftTrade {
  const { symbol, side, entryAt, exitAt } = trade;
  const { multiplier } = instrumentOf(symbol);
  const quantity = dec(trade.quantity);
  const [entryPrice, exitPrice] = [dec(trade.entryPrice), dec(trade.exitPrice)];
  const value = entryPrice.times(quantity).times(multiplier);
  const cost = isBuy(side) ? value : value.negated();
  return {
    ...{ id: String(n), symbol, side, multiplier, quantity, cost },
    ...{ decidedAt: trade.decidedAt ?? entryAt, ordinal: entryAt },
    leg: { at: entryAt, market: entryPrice, lateMs: 0 },
    result: {
      leg: { at: exitAt, market: exitPrice, lateMs: 0 },
      proceeds: dec(trade.realizedPnl).plus(cost),
      ...{ fees: dec(trade.fees), reason: trade.closeReason },
    },
  };
}
