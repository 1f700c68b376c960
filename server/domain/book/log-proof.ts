/** Where a log is not as it was written. */
export interface LogFault {
  /** The first event that is not as it was written; one after the last where the end is missing. */
  readonly sequence: number;
  readonly problem: 'MISSING' | 'ALTERED' | 'SURPLUS';
}

/** What reading a user's whole log and computing its hashes anew came to. */
export interface LogProof {
  /** How many events the account knows of. */
  readonly events: number;
  /** Hash of the last of them: kept elsewhere, it proves that none before was rewritten since. */
  readonly lastHash: string;
  /** Null where every event stands as it was written. */
  readonly fault: LogFault | null;
}

export interface CheckedLog extends LogProof {
  readonly checkedAt: Date;
}
