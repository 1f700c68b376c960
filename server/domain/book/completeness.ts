/** How many of the marks due on an exchange date were taken, and why the others were not. */
export interface SnapshotCompleteness {
  readonly date: string;
  readonly expected: number;
  readonly taken: number;
  readonly gaps: readonly SnapshotGap[];
}

export interface SnapshotGap {
  readonly from: Date;
  readonly to: Date;
  readonly count: number;
  /** In words: `no quote`, `provider down: …`, `budget put off`, `the tick before took too long`, `desk was not running`. */
  readonly cause: string;
}
