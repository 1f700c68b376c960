import type { TradeId } from '../ids.ts';
import type { Decimal } from '../decimal.ts';
import type { Greeks } from './quote.ts';

/** What a position would fetch now: the bid for a long, the ask for a short. */
export interface Mark extends Greeks {
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  readonly mid: Decimal | null;
  /** The exit side of the market: bid for a long, ask for a short. */
  readonly price: Decimal | null;
  readonly underlyingPrice: Decimal | null;
  readonly source: string | null;
  readonly sourceTime: Date | null;
  readonly receivedAt: Date | null;
  readonly delayed: boolean;
}

export type SnapshotKind = 'INTRADAY' | 'PRE_MARKET' | 'POST_CLOSE';

/** A mark stored for history. */
export interface Snapshot extends Mark {
  readonly id: string;
  readonly tradeId: TradeId;
  readonly kind: SnapshotKind;
  readonly takenAt: Date;
}
