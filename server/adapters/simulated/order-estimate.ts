import { feeFor } from '../../domain/matching/fee-schedule.ts';
import { reservePrice } from '../../domain/matching/booked-order.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { isBuy } from '../../domain/order/order.ts';
import type { BrokerPreview, Submission } from '../../ports/broker.ts';

/**
 * The cost of a submission at its limit, or at the market's far side: dollars paid, negative when received,
 * without fees. A pair of exits costs nothing until one of them fills.
 */
export function estimateOf(submission: Submission, quote: Quote | null): BrokerPreview {
  const { instrument, orders, shape } = submission;
  const [order] = orders;
  if (!order) return { cost: null, fees: null };
  const fees = feeFor(instrument.assetClass, order.quantity);
  const price = reservePrice(order, quote);
  if (shape === 'OCO' || price.isZero()) return { cost: null, fees };
  const value = order.quantity.times(price).times(instrument.multiplier);
  return { cost: isBuy(order.side) ? value : value.neg(), fees };
}
