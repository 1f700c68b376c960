import type { Decimal } from '../decimal.ts';
import type { OrderSide } from '../order/order.ts';
import type { TradeStatus } from '../trade/trade-status.ts';

/** The entry or the exit of a trade. */
export interface DriftLeg {
  /** Milliseconds since 1970 UTC; null: no fill that the desk saw made it, e.g. a person's review did. */
  readonly at: number | null;
  /** The market's price at that instant, in dollars per unit; null: unknown. */
  readonly market: Decimal | null;
  /** Milliseconds between the end of the source's bar and its arrival; 0 where no bar led to it. */
  readonly lateMs: number;
}

/** A trade that has ended. */
export interface DriftResult {
  readonly leg: DriftLeg;
  /** Dollars received for the whole position; negative: paid, to buy a short back. */
  readonly proceeds: Decimal;
  readonly fees: Decimal;
  readonly reason: TradeStatus;
}

/** A trade of a strategy, or of its reference, as drift compares them. */
export interface DriftTrade {
  /** Unique on its side of the comparison. */
  readonly id: string;
  readonly symbol: string;
  readonly side: OrderSide;
  readonly multiplier: number;
  /** When it was decided: the end of a bar, or the instant of a quote or fill. */
  readonly decidedAt: number;
  /** Its place among the trades decided at the same instant. */
  readonly ordinal: number;
  /** The quantity entered, above 0. */
  readonly quantity: Decimal;
  /** Dollars paid for the entry; negative: received. */
  readonly cost: Decimal;
  readonly leg: DriftLeg;
  /** Null: the trade is still open. */
  readonly result: DriftResult | null;
  /** Why the reference’s result, or the one that ours should have had, is unknown; left out: it is known. */
  readonly unknown?: string;
}

/** A trade's result in dollars after fees. */
export function netOf({ cost, result }: DriftTrade & { readonly result: DriftResult }): Decimal {
  return result.proceeds.minus(cost).minus(result.fees);
}
