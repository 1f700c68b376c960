import type { OrderSide } from '../order/order.ts';
import type { HeldTrade } from './held-trade.ts';

/** A fill to report to the strategy. */
export interface Notice {
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity: bigint;
  /** The fill's price, in the price digits of `Costs`. */
  readonly price: bigint;
  readonly at: number;
}

export function noticeOf(
  trade: HeldTrade,
  buys: boolean,
  quantity: bigint,
  price: bigint,
  at: number,
): Notice {
  const { symbol, instrument } = trade.market;
  const opens = buys === trade.buys;
  const way = buys ? 'BUY' : 'SELL';
  const side: OrderSide = instrument.contract ? `${way}_TO_${opens ? 'OPEN' : 'CLOSE'}` : way;
  return { symbol, side, quantity, price, at };
}
