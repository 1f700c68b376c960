import type { BacktestTrade } from '../backtest/backtest-report.ts';
import type { RecordedSpan } from '../backtest/recorded-run.ts';
import { instrumentOf } from '../bars/instrument-of.ts';
import { dec } from '../decimal.ts';
import { isBuy } from '../order/order.ts';
import type { DriftTrade } from './drift-trade.ts';
import { numbered } from './numbered.ts';

/**
 * Closed trades of a backtest. Bars have no spread, so on bars it fills at the market's own price. A trade is
 * unknown when the record no longer followed its contract at the exit.
 */
export function backtestTrades(
  trades: readonly BacktestTrade[],
  spans: readonly RecordedSpan[] = [],
): readonly DriftTrade[] {
  const { made } = numbered({ made: trades.map(madeOf) });
  return made.map((trade) => ({ ...trade, id: idOf(trade), ...unknownIn(trade, spans) }));
}

/** Why a trade is unknown whose record ended before it did. */
const UNFOLLOWED =
  'The run’s own trade ended otherwise, and nobody recorded the contract’s quotes after that.';

function unknownIn({ symbol, leg, result }: DriftTrade, spans: readonly RecordedSpan[]) {
  const own = spans.filter((span) => span.symbol === symbol);
  if (own.length === 0 || !result) return {};
  const [entered, left] = [leg.at!, result.leg.at!];
  const isFollowed = own.some(({ from, to }) => from <= left && entered <= to && left <= to);
  return isFollowed ? {} : { unknown: UNFOLLOWED };
}

/** An id that is the same whenever the backtest runs again. */
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
    leg: { at: entryAt, market: dec(trade.entryMarket ?? trade.entryPrice), lateMs: 0 },
    result: {
      leg: { at: exitAt, market: trade.exitMarket ? dec(trade.exitMarket) : exitPrice, lateMs: 0 },
      proceeds: dec(trade.realizedPnl).plus(cost),
      ...{ fees: dec(trade.fees), reason: trade.closeReason },
    },
  };
}
