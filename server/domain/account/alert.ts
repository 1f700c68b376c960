import type { TradingMode } from '../mode.ts';

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
  | 'VENUE_SILENT'
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
 * raises nothing new, unless it is worse or its condition is another: then it takes the place of the last.
 */
export interface NewAlert extends Pick<Alert, 'kind' | 'severity' | 'message' | 'tradeId'> {
  /** What it is about where that is no trade, e.g. the name of a job. */
  readonly subject?: string | undefined;
  /**
   * How that stands which lasts and is looked at again and again, e.g. by how much two sums differ: once
   * read it stays read until this changes or its cause has gone. Left out where it tells of what happened
   * at a moment: the next time is another, whoever has read of the last.
   */
  readonly condition?: string | undefined;
}

/** What was told last of one kind and subject, while its cause is not gone. */
export interface LastAlert {
  readonly severity: Severity;
  readonly condition: string | null;
  readonly isRead: boolean;
}

/** Whether an alert is raised, and takes the place of the last. */
export function isNews(
  { severity, condition }: Pick<NewAlert, 'severity' | 'condition'>,
  last: LastAlert | null,
): boolean {
  if (!last || SEVERITY_RANK[severity] > SEVERITY_RANK[last.severity]) return true;
  return condition === undefined ? last.isRead : condition !== last.condition;
}

/** An alert whose cause is not gone, whether it was read or not. */
export interface StandingAlert {
  readonly username: string;
  /** The trade, or the subject. */
  readonly about: string;
  /** How it was told last; null where it tells of a moment. */
  readonly condition: string | null;
}
