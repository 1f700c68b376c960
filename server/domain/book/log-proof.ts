/** Where a log differs from what was written. */
export interface LogFault {
  /** The first event that differs; one after the last when the end is missing. */
  readonly sequence: number;
  readonly problem: 'MISSING' | 'ALTERED' | 'SURPLUS';
}

/** The result of reading a user's whole log and recomputing its hashes. */
export interface LogProof {
  /** The number of events by the account's own count. */
  readonly events: number;
  /** Hash of the last event. Stored elsewhere, it proves that no earlier event was rewritten since. */
  readonly lastHash: string;
  /** Null when every event is as it was written. */
  readonly fault: LogFault | null;
}

export interface CheckedLog extends LogProof {
  readonly checkedAt: Date;
}
