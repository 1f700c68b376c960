/** Something that the desk does by itself at an interval, at most once at a time over all servers. */
export interface Job {
  readonly name: string;
  /** Milliseconds of the desk's clock from one beginning to the next. */
  readonly everyMs: number;
  /** What is due it finds out itself, by the Clock and the calendar. A failure waits for the next tick. */
  run(): Promise<void>;
}

export interface JobReport {
  readonly name: string;
  /** In the desk's time, on any server. */
  readonly lastRun: Date | null;
  readonly nextRun: Date | null;
  /** Of the last run on this server; null when that went well. */
  readonly lastError: string | null;
  /** On this server, since it started. */
  readonly runs: number;
  /** Ticks that passed on this server while an earlier run still went on. */
  readonly skipped: number;
  /** Of the desk's clock, from one beginning to the next, as it is in force. */
  readonly everySeconds: number;
  /** It has not begun for so long that no server may be doing it. */
  readonly late: boolean;
}

/** All jobs of this server as they stand. */
export type JobReports = () => readonly JobReport[] | Promise<readonly JobReport[]>;
