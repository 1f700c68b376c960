import type { TradeId } from '../domain/ids.ts';
import type { Fill, OrderRole } from '../domain/order/order.ts';

export interface IdempotencyRecord {
  readonly key: string;
  /** The mutation's name and a digest of its input, without the confirmation token. */
  readonly operation: string;
  readonly inputDigest: string;
  /** The trade's id, or the forecast's where one was recorded; empty when it concerned neither. */
  readonly tradeId: TradeId;
}

/** A fill with its trade and its order's role in that trade. */
export interface TradeFill extends Fill {
  readonly tradeId: TradeId;
  readonly role: OrderRole;
}

/** A trade at a version that a caller has read. */
export interface TradeVersion {
  readonly id: TradeId;
  readonly version: number;
}
