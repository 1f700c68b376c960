import type { Decimal } from '../decimal.ts';

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

/** The moves a trade may make. `TradeDraft.become` makes no other. */
const NEXT: Readonly<Record<TradeStatus, readonly TradeStatus[]>> = {
  PENDING: ['OPEN', ...UNFILLED, 'NEEDS_REVIEW'],
  OPEN: ['CLOSING', ...EXITED, ...EXPIRED, 'NEEDS_REVIEW'],
  /** OPEN: the close ended, and a part is still held. */
  CLOSING: ['OPEN', ...EXITED, ...EXPIRED, 'NEEDS_REVIEW'],
  /** OPEN: the venue reports a late fill of the entry, after the exits closed the rest. */
  TP_HIT: ['OPEN', 'NEEDS_REVIEW'],
  SL_HIT: ['OPEN', 'NEEDS_REVIEW'],
  MANUAL_CLOSE: ['OPEN', 'NEEDS_REVIEW'],
  /** A settlement is never undone: a person judges missing shares and late fills. */
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

/** The phase of a status. A trade under review keeps its phase `before`, or is OPEN when it holds something. */
export function phaseOf(status: TradeStatus, before: TradePhase, held: Decimal): TradePhase {
  switch (status) {
    case 'PENDING':
      return 'PENDING';
    case 'OPEN':
    case 'CLOSING':
      return 'OPEN';
    case 'TP_HIT':
    case 'SL_HIT':
    case 'MANUAL_CLOSE':
    case 'EXPIRED_OTM':
    case 'EXPIRED_ITM':
    case 'CANCELED':
    case 'REJECTED':
      return 'CLOSED';
    case 'NEEDS_REVIEW':
      return held.isZero() ? before : 'OPEN';
  }
}
