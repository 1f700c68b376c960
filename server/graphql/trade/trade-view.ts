import { isOption } from '../../domain/instrument/instrument.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import { entryPriceOf, exitPriceOf } from '../../domain/trade/trade.ts';
import {
  costBasisOf,
  holdMinutesOf,
  netPnlOf,
  returnPctOf,
  toStopOf,
  unprotectedSecondsOf,
  unrealizedPnlOf,
} from '../../domain/trade/trade-figures.ts';
import { markView } from '../prices/price-view.ts';
import type { TradeType } from './trade.types.ts';
import { trailView } from './trail-view.ts';

/** A trade as the API shows it, with its derived figures at `now`. */
export function tradeView(trade: Trade, now: Date): TradeType {
  const { instrument, bracket } = trade;
  const option = isOption(instrument) ? instrument : null;
  return {
    ...trade,
    ...{ held: trade, seenAt: now },
    assetClass: instrument.assetClass,
    symbol: instrument.symbol,
    underlying: instrument.underlying,
    expiration: option?.expiration ?? null,
    strike: option?.strike ?? null,
    right: option?.right ?? null,
    multiplier: instrument.multiplier,
    entryPrice: entryPriceOf(trade),
    exitPrice: exitPriceOf(trade),
    stopLoss: bracket.stopLoss,
    takeProfit: bracket.takeProfit,
    ...trailView(trade),
    costBasis: costBasisOf(trade),
    unrealizedPnl: unrealizedPnlOf(trade),
    netPnl: netPnlOf(trade),
    returnPct: returnPctOf(trade),
    toStop: toStopOf(trade),
    holdMinutes: holdMinutesOf(trade, now),
    unprotectedSeconds: unprotectedSecondsOf(trade, now),
    mark: trade.mark && markView(trade.mark, now),
  };
}
