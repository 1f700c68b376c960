import type { Decimal } from '../decimal.ts';
import type { OrderRole, OrderSide } from '../order/order.ts';
import type { VenueName } from '../venue.ts';

/** A market of the trade's own instrument that the desk saw. */
export interface MarketSeen {
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  /** Since when the market was this, according to its source. */
  readonly sourceTime: Date;
  /** Until when the market is known to have been this: its arrival less the delay of its source. */
  readonly stoodAt: Date;
}

/** One execution, with the markets seen around the times at which it is measured. */
export interface FillSeen {
  readonly venue: VenueName;
  readonly role: OrderRole;
  readonly side: OrderSide;
  readonly quantity: Decimal;
  readonly multiplier: number;
  readonly price: Decimal;
  /** The order's limit; null when it took any price. */
  readonly limitPrice: Decimal | null;
  readonly filledAt: Date;
  readonly seen: readonly MarketSeen[];
}

/** A market counts when it is known to have existed within this distance of the time. */
export const MARK_WITHIN_MS = 60_000;

/** A market with both sides. */
export interface TwoSided {
  readonly bid: Decimal;
  readonly ask: Decimal;
  readonly sourceTime: Date;
}

/** The market `agoMs` before the fill: the last that began by then; null when the desk saw none close enough. */
export function marketAt(fill: FillSeen, agoMs: number): TwoSided | null {
  const at = fill.filledAt.getTime() - agoMs;
  const last = fill.seen
    .filter(
      ({ sourceTime, stoodAt }) =>
        sourceTime.getTime() <= at && Math.abs(at - stoodAt.getTime()) <= MARK_WITHIN_MS,
    )
    .sort((a, b) => b.sourceTime.getTime() - a.sourceTime.getTime())[0];
  if (!last?.bid || !last.ask || last.bid.lessThanOrEqualTo(0) || last.ask.lessThan(last.bid)) {
    return null;
  }
  return { bid: last.bid, ask: last.ask, sourceTime: last.sourceTime };
}
