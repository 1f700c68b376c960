import type { RecordedSpan } from '../backtest/recorded-run.ts';
import type { Decimal } from '../decimal.ts';
import type { DriftTrade } from './drift-trade.ts';

/** Decimal places of an average price of several fills. */
const PRICE_DIGITS = 12;
/** Statuses of trades that ended by their own order, whose fill says where the market was. */
const BY_ORDER = new Set<string>(['SL_HIT', 'TP_HIT', 'MANUAL_CLOSE']);

/** What the trades of a run say about the contracts that it held, for which there are no bars. */
export function recordedSpans(trades: readonly DriftTrade[]): readonly RecordedSpan[] {
  return trades.map((trade): RecordedSpan => {
    const { symbol, decidedAt: from, leg, cost, result } = trade;
    const price = (money: Decimal) =>
      money
        .abs()
        .div(trade.quantity.times(trade.multiplier))
        .toDecimalPlaces(PRICE_DIGITS)
        .toFixed();
    const entry = leg.at === null ? null : { at: leg.at, price: price(cost) };
    if (result === null) return { symbol, from, to: Infinity, entry, exit: null };
    // A trade that a person settled has no market time of its end: nothing is known after the entry.
    const to = result.leg.at ?? leg.at ?? from;
    const isOwn = result.leg.at !== null && BY_ORDER.has(result.reason);
    const exit = isOwn ? { price: price(result.proceeds), reason: result.reason } : null;
    return { symbol, from, to, entry, exit };
  });
}
