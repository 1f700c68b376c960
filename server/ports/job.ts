import type { TradingMode } from '../domain/mode.ts';

/** Work that the desk does at an interval, never twice at the same time over all servers. */
export interface Job {
  readonly name: string;
  /** Milliseconds of the desk's clock from one start to the next. */
  readonly everyMs: number;
  /** Finds out by the Clock and the calendar what is due. After a failure it waits for the next tick. */
  run(): Promise<void>;
}

export interface JobReport {
  readonly name: string;
  /** When it last ran on any server, in desk time. */
  readonly lastRun: Date | null;
  readonly nextRun: Date | null;
  /** The error of the last run on this server; null when that run succeeded. */
  readonly lastError: string | null;
  /** Runs on this server since it started. */
  readonly runs: number;
  /** Ticks skipped on this server because an earlier run was still going on. */
  readonly skipped: number;
  /** The interval in force, from start to start, in seconds of the desk's clock. */
  readonly everySeconds: number;
  /** It has not started for so long that perhaps no server runs it. */
  readonly late: boolean;
}

/** The current report of every job of this server. */
export type JobReports = () => readonly JobReport[] | Promise<readonly JobReport[]>;

/** What a job is called in a book. REAL's are jobs of their own, so that neither book waits for the other. */
export function jobOf(mode: TradingMode, name: string): string {
  return mode === 'REAL' ? `${name}-real` : name;
}
