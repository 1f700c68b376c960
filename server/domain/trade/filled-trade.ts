import type { Review, Settlement, Trade } from './trade.ts';

/** The part of a filled trade that evidence and drift read, without orders and the context of its entry. */
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
