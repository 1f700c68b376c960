import type { TradeId, Username } from '../ids.ts';
import type { TradingMode } from '../mode.ts';

export type Severity = 'INFO' | 'WARNING' | 'CRITICAL';

export const SEVERITY_RANK: Readonly<Record<Severity, number>> = {
  INFO: 0,
  WARNING: 1,
  CRITICAL: 2,
};

export type AlertKind =
  | 'ORDER_UNKNOWN'
  | 'ORDER_REFUSED'
  | 'EXIT_REFUSED'
  | 'UNPROTECTED'
  | 'ACCOUNT_UNREACHABLE'
  | 'WATCH_BLIND'
  | 'UNCOVERED'
  | 'FOREIGN_CHANGE'
  | 'NEEDS_REVIEW'
  | 'LATE_FILL'
  | 'LATE_ORDER'
  | 'FILL_CORRECTED'
  | 'INVARIANT_BROKEN'
  | 'INVARIANT_UNKNOWN'
  | 'PRICE_CONFLICT'
  | 'TOKEN_REFUSED'
  | 'UNREADABLE_ROWS'
  | 'SWITCH_TRIPPED'
  | 'JOB_FAILED'
  | 'BACKUP_FAILED'
  | 'VENUE_SILENT'
  | 'ENTRY_REJECTED'
  | 'FAR_FROM_MARK'
  | 'TWIN_NOT_PLACED'
  | 'DRIFT_UNEXPLAINED'
  | 'STRATEGY_FAILED'
  | 'STRATEGY_DEMOTED'
  | 'TARGET_FILLED'
  | 'STOP_FILLED'
  | 'SETTLED';

export interface Alert {
  readonly id: string;
  readonly mode: TradingMode;
  readonly username: Username;
  readonly kind: AlertKind;
  readonly severity: Severity;
  readonly message: string;
  readonly tradeId: TradeId | null;
  readonly raisedAt: Date;
  readonly acknowledgedAt: Date | null;
  /** When its cause went away, if before anybody read the alert; an INFO is resolved at once. */
  readonly resolvedAt: Date | null;
}

/**
 * Each kind and topic has one alert, which stays until it is acknowledged or its cause is gone. A repeat raises
 * nothing new unless it is worse or has another condition: then it replaces the last one.
 */
export interface NewAlert extends Pick<Alert, 'kind' | 'severity' | 'message' | 'tradeId'> {
  /** The topic when it is not a trade, e.g. the name of a job, or one order of many of the trade. */
  readonly subject?: string | undefined;
  /**
   * The state of a lasting cause that is checked again and again, e.g. the difference of two sums: once read,
   * the alert stays read until this changes or the cause is gone. Undefined for a one-time event: the next
   * one alerts again, whoever read the last.
   */
  readonly condition?: string | undefined;
}

/** The last alert of one kind and topic, while its cause persists. */
export interface LastAlert {
  readonly severity: Severity;
  readonly condition: string | null;
  readonly isRead: boolean;
}

/** Whether to raise an alert, in place of the last one. */
export function isNews(
  { severity, condition }: Pick<NewAlert, 'severity' | 'condition'>,
  last: LastAlert | null,
): boolean {
  if (!last || SEVERITY_RANK[severity] > SEVERITY_RANK[last.severity]) return true;
  return condition === undefined ? last.isRead : condition !== last.condition;
}

/** The condition of a TOKEN_REFUSED alert that only one read has found so far. */
export const REFUSED_ONCE = 'refused once';

/** An alert whose cause persists, read or not. */
export interface StandingAlert {
  readonly username: Username;
  readonly kind: AlertKind;
  /** The trade's id, or the subject. */
  readonly about: string;
  /** The last condition; null for a one-time event. */
  readonly condition: string | null;
  /** When it was first raised, or last raised again. */
  readonly raisedAt: Date;
}
