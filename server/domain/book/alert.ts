import type { TradingMode } from './mode.ts';

export type Severity = 'INFO' | 'WARNING' | 'CRITICAL';

export const SEVERITY_RANK: Readonly<Record<Severity, number>> = {
  INFO: 0,
  WARNING: 1,
  CRITICAL: 2,
};

export type AlertKind =
  | 'ORDER_UNKNOWN'
  | 'EXIT_REFUSED'
  | 'UNPROTECTED'
  | 'FOREIGN_CHANGE'
  | 'NEEDS_REVIEW'
  | 'LATE_FILL'
  | 'INVARIANT_BROKEN'
  | 'PRICE_CONFLICT'
  | 'SWITCH_TRIPPED'
  | 'JOB_FAILED'
  | 'ENTRY_REJECTED'
  | 'FAR_FROM_MARK'
  | 'TARGET_FILLED'
  | 'STOP_FILLED'
  | 'SETTLED';

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
  /** When its cause went away before anybody had read it; an INFO asks nothing and is over at once. */
  readonly resolvedAt: Date | null;
}

/**
 * One alert per kind and what it is about stands until it is acknowledged or its cause is gone; a repeat
 * raises nothing new, unless it is worse: then it takes the place of the milder one.
 */
export interface NewAlert extends Pick<Alert, 'kind' | 'severity' | 'message' | 'tradeId'> {
  /** What it is about where that is no trade, e.g. the name of a job. */
  readonly subject?: string;
}

/** An alert that nobody has read and whose cause is not gone. */
export interface StandingAlert {
  readonly username: string;
  /** The trade, or the subject. */
  readonly about: string;
}
