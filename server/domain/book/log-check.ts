import type { Decimal } from '../decimal.ts';
import type { LogFault } from './log-proof.ts';

/**
 * UNBALANCED: from this event on, cash + positions at cost is not deposits + realised P&L − fees. ROWS_DIFFER:
 * the stored money and positions are not the sums of the log's events up to this one.
 */
export type LogProblem = LogFault['problem'] | 'UNBALANCED' | 'ROWS_DIFFER';

/** Dollars, summed from a log's events up to one of them. */
export interface LoggedMoney {
  readonly cash: Decimal;
  /** Cost of the positions, negative for shorts. */
  readonly cost: Decimal;
  readonly deposits: Decimal;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
}

/** A reading of a user’s whole log, which another server may continue. */
export interface LogCheck extends LoggedMoney {
  readonly beganAt: Date;
  /** Null while the check runs. */
  readonly endedAt: Date | null;
  /** The last event up to which everything is right, and its hash. */
  readonly sequence: number;
  readonly hash: string;
  /** The event of the fault that ended the check; null: no fault was found. */
  readonly faultSequence: number | null;
  readonly faultProblem: LogProblem | null;
}

/** The result in a sentence; null when nothing is wrong. */
export function describeProblem({
  faultSequence: at,
  faultProblem: problem,
}: LogCheck): string | null {
  if (at === null || problem === null) return null;
  const WORDS: Readonly<Record<LogProblem, string>> = {
    MISSING: `Event ${at} of the log is missing.`,
    ALTERED: `Event ${at} of the log was altered, or one before it removed: its hash does not fit.`,
    SURPLUS: `Event ${at} of the log was added: the account does not know it.`,
    UNBALANCED: `With event ${at} of the log, cash and positions at cost are not deposits and realised P&L less fees.`,
    ROWS_DIFFER: `Stored cash, deposits, realised P&L, fees or positions are not what the log makes of them up to event ${at}.`,
  };
  return WORDS[problem];
}
