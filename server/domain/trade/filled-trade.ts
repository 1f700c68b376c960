import type { Review, Settlement, Trade } from './trade.ts';

/** What evidence and drift read of a trade that has filled: no orders, and nothing that was known at entry. */
export interface FilledTrade extends Pick<
  Trade,
  | 'id'
  | 'status'
  | 'phase'
  | 'instrument'
  | 'side'
  | 'filledQuantity'
  | 'entryCost'
  | 'exitFilled'
  | 'exitedQuantity'
  | 'realizedPnl'
  | 'fees'
  | 'placedAt'
  | 'openedAt'
  | 'closedAt'
  | 'closeReason'
  | 'twinOf'
  | 'split'
  | 'strategyRun'
> {
  readonly settlement: Pick<Settlement, 'settledAt' | 'intrinsic'> | null;
  readonly review: Pick<Review, 'at'> | null;
}
