import type { TradeId } from '../ids.ts';

/** One line of a user's log for display: everything that happened, and everything refused. */
export interface AuditEntry {
  /** Position in the log: gapless, from 1. */
  readonly sequence: number;
  readonly at: Date;
  /** `user:NAME`, `desk`, `venue`. */
  readonly actor: string;
  readonly action: string;
  readonly tradeId: TradeId | null;
  readonly detail: unknown;
  /** SHA-256 over the hash of the line before and all of this one. */
  readonly hash: string;
}
