import type { Decimal } from '../decimal.ts';
import type { OrderSide } from '../order/order.ts';
import type { TradeStatus } from '../trade/trade-status.ts';

/** How a trade was entered or left. */
export interface DriftLeg {
  /** Milliseconds since 1970 UTC; null: not by a fill that the desk saw, e.g. by a person's review. */
  readonly at: number | null;
  /** The market's price at that instant, in dollars per unit; null: unknown. */
  readonly market: Decimal | null;
  /** Milliseconds by which the source's bar came after its end; 0 where no bar led to it. */
  readonly lateMs: number;
}

/** A trade that has ended. */
export interface DriftResult {
  readonly leg: DriftLeg;
  /** Dollars got for all of it; negative: paid, to buy a short back. */
  readonly proceeds: Decimal;
  readonly fees: Decimal;
  readonly reason: TradeStatus;
}

/** A trade of a strategy, or of its reference, as drift compares them. */
export interface DriftTrade {
  /** Unique on its side. */
  readonly id: string;
  readonly symbol: string;
  readonly side: OrderSide;
  readonly multiplier: number;
  /** The instant that it was decided at: the end of a bar, or a quote's or fill's own. */
  readonly decidedAt: number;
  /** Its place among those decided at the same instant. */
  readonly ordinal: number;
  /** What was entered, above 0. */
  readonly quantity: Decimal;
  /** Dollars paid for the entry; negative: got. */
  readonly cost: Decimal;
  readonly leg: DriftLeg;
  /** Null: it is still open. */
  readonly result: DriftResult | null;
  /** Why nobody can say what the reference’s came to, or should have come to beside ours; left out: it is known. */
  readonly unknown?: string;
}

/** Dollars after fees. */
export function netOf({ cost, result }: DriftTrade & { readonly result: DriftResult }): Decimal {
  return result.proceeds.minus(cost).minus(result.fees);
}
