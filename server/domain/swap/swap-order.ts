import { dec, type Decimal } from '../decimal.ts';
import { type Instrument, isToken, type Token } from '../instrument/instrument.ts';
import { describeQuantity, isQuantity } from '../instrument/quantity.ts';
import type { Order } from '../order/order.ts';

/** One swap that is to happen, now or not at all. */
export interface SwapOrder {
  readonly token: Token;
  /** Whole tokens: a sale sells exactly this many, a purchase buys about this many. */
  readonly quantity: Decimal;
  /** Dollars that a purchase pays; null: a sale. */
  readonly pays: Decimal | null;
  /** Percent points by which the swap may get less than was quoted. */
  readonly slippagePct: Decimal;
  /** The most dollars that one token costs, or the least that it fetches, with the route's fees; null: any. */
  readonly limitPrice: Decimal | null;
}

/** The part of a submission that matters to a venue of swaps. */
export interface SwapRequest {
  readonly shape: string;
  readonly instrument: Instrument;
  readonly orders: readonly SwapTerms[];
}
type SwapTerms = Pick<Order, 'side' | 'type' | 'quantity' | 'limitPrice' | 'slippagePct' | 'pays'>;
type SwapRead = { readonly swap: SwapOrder } | { readonly why: string };

const ALL_PCT = dec(100);

/** The swap that a submission asks for, or why it is none, as the end of a sentence. */
export function readSwap({ shape, instrument, orders }: SwapRequest): SwapRead {
  const [order, ...others] = orders;
  if (!isToken(instrument)) return { why: `${instrument.symbol} is no token to swap` };
  if (!order || shape !== 'SINGLE' || others.length > 0)
    return { why: 'a swap is a single order: nothing waits for it or rests beside it' };
  return readOrder(order, instrument);
}

function readOrder(order: SwapTerms, token: Token): SwapRead {
  const { side, type, quantity, slippagePct } = order;
  if (!isQuantity(token, quantity))
    return { why: `its quantity: ${describeQuantity(token).toLowerCase()}` };
  if (!slippagePct || slippagePct.isNegative() || slippagePct.greaterThanOrEqualTo(ALL_PCT))
    return { why: 'a swap names its slippage, from 0 to less than 100 percent' };
  const limitPrice = type === 'LIMIT' ? order.limitPrice : null;
  if (type !== 'MARKET' && !limitPrice?.greaterThan(0))
    return { why: `a swap happens now, at the market or at its limit: ${type} does not` };
  const swap = { token, quantity, slippagePct, limitPrice };
  if (side === 'SELL') return { swap: { ...swap, pays: null } };
  if (side !== 'BUY') return { why: `a token is bought or sold: ${side} is neither` };
  if (!order.pays?.greaterThan(0)) return { why: 'a purchase names the dollars that it pays' };
  return { swap: { ...swap, pays: order.pays } };
}
