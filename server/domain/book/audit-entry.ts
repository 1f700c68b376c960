import type { TradeId } from '../ids.ts';

/** One line of a user's log for display: everything that happened, and everything that was refused. */
export interface AuditEntry {
  /** Position in the log: gapless, from 1. */
  readonly sequence: number;
  readonly at: Date;
  /** `user:NAME`, `desk`, `venue`. */
  readonly actor: string;
  readonly action: string;
  readonly tradeId: TradeId | null;
  readonly detail: unknown;
  /** SHA-256 over the previous line's hash and all of this line. */
  readonly hash: string;
}
