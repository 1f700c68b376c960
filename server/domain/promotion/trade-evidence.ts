import { isWorking } from '../order/order-status.ts';
import { netPnlOf } from '../trade/trade-figures.ts';
import type { FilledTrade } from '../trade/filled-trade.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import { atRisk, gainCap } from './at-risk.ts';
import type { EvidenceTrade } from './evidence.ts';

const PRICE_DIGITS = 12;

/** A trade as evidence; null: it has not filled, or is the paper twin of a real one, which is counted itself. */
export function evidenceOfTrade(trade: FilledTrade): EvidenceTrade | null {
  const { instrument, side, filledQuantity: quantity, openedAt, entryCost, fees } = trade;
  if (trade.twinOf !== null || openedAt === null || quantity.isZero()) return null;
  const price = entryCost
    .abs()
    .div(quantity.times(instrument.multiplier))
    .toDecimalPlaces(PRICE_DIGITS);
  const entry = { instrument, side, quantity, price, fees };
  const over = trade.phase === 'CLOSED' && trade.status !== 'NEEDS_REVIEW';
  return {
    ...{ openedAt, closedAt: over ? trade.closedAt : null },
    ...{ atRisk: atRisk(entry), gainCap: gainCap(entry) },
    net: over ? netPnlOf(trade) : null,
  };
}

/** Whether the trade's state is not known yet: it is under review, or one of its orders is without an answer. */
export function isInDoubt({ trade, orders }: TradeAggregate): boolean {
  return trade.status === 'NEEDS_REVIEW' || orders.some(({ status }) => status === 'UNKNOWN');
}

/** Whether the trade is being closed: asked for, on its way, or filled in part. Resting exits do not count. */
export function isExiting({ trade, orders }: TradeAggregate): boolean {
  return (
    trade.closeRequest !== null ||
    orders.some(({ role, status }) => {
      if (role === 'ENTRY') return false;
      if (role === 'CLOSE') return status === 'INTENT' || isWorking(status);
      return status === 'PARTIALLY_FILLED';
    })
  );
}
