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

const EXITED = ['TP_HIT', 'SL_HIT', 'MANUAL_CLOSE'] as const;
const EXPIRED = ['EXPIRED_OTM', 'EXPIRED_ITM'] as const;
const UNFILLED = ['CANCELED', 'REJECTED'] as const;

/** What a trade may become. Late fills and revivals are among it. */
const NEXT: Readonly<Record<TradeStatus, readonly TradeStatus[]>> = {
  PENDING: ['OPEN', ...UNFILLED, 'NEEDS_REVIEW'],
  OPEN: ['CLOSING', ...EXITED, ...EXPIRED, 'NEEDS_REVIEW'],
  /** OPEN: the close ended, and left something held. */
  CLOSING: ['OPEN', ...EXITED, ...EXPIRED, 'NEEDS_REVIEW'],
  /** OPEN: the venue reports a fill of the entry after the exits had closed the rest. */
  TP_HIT: ['OPEN', 'NEEDS_REVIEW'],
  SL_HIT: ['OPEN', 'NEEDS_REVIEW'],
  MANUAL_CLOSE: ['OPEN', 'NEEDS_REVIEW'],
  /** A settlement is never undone: shares that do not come and fills that come late are a person's to judge. */
  EXPIRED_OTM: ['NEEDS_REVIEW'],
  EXPIRED_ITM: ['NEEDS_REVIEW'],
  /** OPEN: a late fill of the entry. PENDING: an entry given up as never arrived is at the venue after all. */
  CANCELED: ['PENDING', 'OPEN', 'NEEDS_REVIEW'],
  REJECTED: ['PENDING', 'OPEN', 'NEEDS_REVIEW'],
  NEEDS_REVIEW: ['OPEN', ...EXITED, ...EXPIRED, ...UNFILLED],
};

export const TRADE_STATUSES = Object.keys(NEXT) as readonly TradeStatus[];

export function tradeMayBecome(from: TradeStatus, to: TradeStatus): boolean {
  return NEXT[from].includes(to);
}

export function isExpiry(status: TradeStatus): boolean {
  return status === 'EXPIRED_OTM' || status === 'EXPIRED_ITM';
}

/** NEEDS_REVIEW keeps the phase that the trade had, which the trade remembers itself. */
export function phaseOf(status: Exclude<TradeStatus, 'NEEDS_REVIEW'>): TradePhase {
  if (status === 'PENDING') return 'PENDING';
  return status === 'OPEN' || status === 'CLOSING' ? 'OPEN' : 'CLOSED';
}
