import { isOption, isToken, type Instrument } from '../../domain/instrument/instrument.ts';
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

const NO_OPTION = { expiration: null, strike: null, right: null };
const NO_TOKEN = { ticker: null, decimals: null, settlementToken: null };

/** A trade as the API shows it, with its derived figures at `now`. */
export function tradeView(trade: Trade, now: Date): TradeType {
  const { instrument, bracket } = trade;
  return {
    ...trade,
    ...{ held: trade, seenAt: now },
    ...instrumentView(instrument),
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

function instrumentView(instrument: Instrument) {
  const { assetClass, symbol, underlying, multiplier } = instrument;
  const common = { assetClass, symbol, underlying, multiplier };
  if (isOption(instrument)) {
    const { expiration, strike, right } = instrument;
    return { ...common, ...NO_TOKEN, expiration, strike, right };
  }
  if (!isToken(instrument)) return { ...common, ...NO_TOKEN, ...NO_OPTION };
  const { ticker, decimals, settlement: settlementToken } = instrument;
  return { ...common, ...NO_OPTION, ticker, decimals, settlementToken };
}
