import type { Decimal } from '../decimal.ts';
import type { ScaledOrder, ScaledPrice } from '../matching/scaled-order.ts';
import type { OrderPrice } from './order-price.ts';

export interface TradeTerms {
  readonly quantity: bigint;
  /** Null: at the market. */
  readonly limit: OrderPrice | null;
  readonly stop: OrderPrice | null;
  readonly target: OrderPrice | null;
  readonly trailPct: Decimal | null;
}

/** An exit price that can be compared with bars and quotes at once. */
export interface Exit {
  readonly price: OrderPrice;
  /** The price in the market's units. */
  readonly units: ScaledPrice;
  /** The order in the form that the matching engine takes. */
  readonly order: ScaledOrder;
}
