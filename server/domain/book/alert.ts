import type { TradingMode } from './mode.ts';

export type Severity = 'INFO' | 'WARNING' | 'CRITICAL';

export type AlertKind =
  | 'ORDER_UNKNOWN'
  | 'EXIT_REFUSED'
  | 'UNPROTECTED'
  | 'FOREIGN_CHANGE'
  | 'NEEDS_REVIEW'
  | 'PRICE_CONFLICT'
  | 'JOB_FAILED'
  | 'FAR_FROM_MARK'
  | 'VENUE_UNAVAILABLE';

export interface Alert {
  readonly id: string;
  readonly mode: TradingMode;
  readonly username: string;
  readonly kind: AlertKind;
  readonly severity: Severity;
  readonly message: string;
  readonly tradeId: string | null;
  readonly raisedAt: Date;
  readonly acknowledgedAt: Date | null;
}

/** One alert per kind and trade stands until it is acknowledged; a repeat raises nothing new. */
export type NewAlert = Pick<Alert, 'kind' | 'severity' | 'message' | 'tradeId'>;
