import type { BacktestTrade } from './backtest-report.ts';
import type { Costs } from './costs.ts';
import { exactText, power, QUANTITY_DIGITS, quotientText } from './exact.ts';
import type { HeldTrade } from './held-trade.ts';

/** A closed trade as the report shows it, and its net result in the digits of `Costs`. */
export function reportedTrade(
  trade: HeldTrade,
  costs: Costs,
): { readonly trade: BacktestTrade; readonly net: bigint } {
  const { market, side, buys, filled, entryValue, exitValue, fees } = trade;
  const { entryMarket, exitMarket } = trade;
  const realized = buys ? exitValue - entryValue : entryValue - exitValue;
  const net = realized - fees;
  return {
    net,
    trade: {
      symbol: market.symbol,
      side,
      quantity: exactText(filled, QUANTITY_DIGITS),
      decidedAt: trade.placedAt,
      entryAt: trade.entryAt,
      entryPrice: averageText(trade, 'entry', costs),
      exitAt: trade.exitAt,
      exitPrice: averageText(trade, 'exit', costs),
      closeReason: trade.reason,
      realizedPnl: exactText(realized, costs.digits),
      fees: exactText(fees, costs.digits),
      netPnl: exactText(net, costs.digits),
      ...(entryMarket !== null && { entryMarket }),
      ...(exitMarket !== null && { exitMarket }),
    },
  };
}

/** The average price; exact where one fill made it. */
function averageText(trade: HeldTrade, of: 'entry' | 'exit', costs: Costs): string {
  const price = of === 'entry' ? trade.entryPrice : trade.exitPrice;
  const fills = of === 'entry' ? trade.entryFills : trade.exitFills;
  if (fills === 1) return exactText(price, costs.priceDigits);
  const value = of === 'entry' ? trade.entryValue : trade.exitValue;
  const size = trade.filled * BigInt(trade.market.instrument.multiplier);
  return quotientText(value, size * power(costs.digits - QUANTITY_DIGITS));
}
