export type TradeStatus =
  | 'PENDING'
  | 'OPEN'
  | 'CLOSING'
  | 'TP_HIT'
  | 'SL_HIT'
  | 'MANUAL_CLOSE'
  | 'EXPIRED_OTM'
  | 'EXPIRED_ITM'
  | 'CANCELED'
  | 'REJECTED'
  | 'NEEDS_REVIEW';
export type TradePhase = 'PENDING' | 'OPEN' | 'CLOSED';

const NEXT: Record<TradeStatus, readonly TradeStatus[]> = {
  PENDING: ['OPEN', 'CANCELED', 'REJECTED', 'NEEDS_REVIEW'],
  OPEN: [
    'CLOSING',
    'TP_HIT',
    'SL_HIT',
    'MANUAL_CLOSE',
    'EXPIRED_OTM',
    'EXPIRED_ITM',
    'NEEDS_REVIEW',
  ],
  CLOSING: [
    'OPEN',
    'TP_HIT',
    'SL_HIT',
    'MANUAL_CLOSE',
    'EXPIRED_OTM',
    'EXPIRED_ITM',
    'NEEDS_REVIEW',
  ],
  TP_HIT: ['NEEDS_REVIEW'],
  SL_HIT: ['NEEDS_REVIEW'],
  MANUAL_CLOSE: ['NEEDS_REVIEW'],
  EXPIRED_OTM: [],
  /** Only where the venue does not show the shares that it should have brought. */
  EXPIRED_ITM: ['NEEDS_REVIEW'],
  CANCELED: ['NEEDS_REVIEW'],
  REJECTED: ['NEEDS_REVIEW'],
  NEEDS_REVIEW: [
    'OPEN',
    'TP_HIT',
    'SL_HIT',
    'MANUAL_CLOSE',
    'EXPIRED_OTM',
    'EXPIRED_ITM',
    'CANCELED',
    'REJECTED',
  ],
};

export function tradeMayBecome(from: TradeStatus, to: TradeStatus): boolean {
  return NEXT[from].includes(to);
}

/** NEEDS_REVIEW keeps the phase that the trade had, which the trade remembers itself. */
export function phaseOf(status: Exclude<TradeStatus, 'NEEDS_REVIEW'>): TradePhase {
  if (status === 'PENDING') return 'PENDING';
  return status === 'OPEN' || status === 'CLOSING' ? 'OPEN' : 'CLOSED';
}
