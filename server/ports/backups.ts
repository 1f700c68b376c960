import type { Username } from '../domain/ids.ts';
import type { TradingMode } from '../domain/mode.ts';

/** The job makes one DAILY backup a day; an ADMIN may ask for any number. */
export type BackupCause = 'DAILY' | 'ASKED';

/** One file with the desk's, the PAPER and the REAL part. */
export interface BackupFile {
  /** Its absolute path on the server that made it. */
  readonly file: string;
  readonly sizeBytes: number;
  /** SHA-256 of the state of all parts. */
  readonly stateHash: string;
  readonly deskHash: string;
  readonly paperHash: string;
  readonly realHash: string;
}

/** A backup restored into a scratch store, to see whether it can be. */
export interface Rehearsal {
  readonly at: Date;
  /** It was restored, and had the same state hash. */
  readonly passed: boolean;
  /** What was found, as a sentence. */
  readonly finding: string;
}

export interface Backup extends BackupFile {
  readonly id: string;
  readonly createdAt: Date;
  readonly cause: BackupCause;
  /** Null: not rehearsed yet. */
  readonly rehearsal: Rehearsal | null;
}

/** The backup cannot be restored; the message says why, and names no secret. */
export class UnusableBackup extends Error {
  override readonly name = 'UnusableBackup';
}

/** The last event of a user's log when a backup was made. */
export interface KeptHead {
  readonly mode: TradingMode;
  readonly username: Username;
  /** 0: the log had no event. */
  readonly sequence: number;
  readonly hash: string;
}

/** The backup files of this server. */
export interface BackupFiles {
  /** Names the folder of these files among those of all servers. */
  readonly place: () => Promise<string>;
  /** Writes the present state into a new file. No other work waits for it, and it leaves the state as it is. */
  write(id: string, createdAt: Date): Promise<BackupFile>;
  /** Restores a file into a scratch store and reads that again. @throws {UnusableBackup} */
  rehearse(file: BackupFile): Promise<void>;
  /** The heads of a file that the present logs do not contain. @throws {UnusableBackup} */
  lostHeads(file: string): Promise<readonly KeptHead[]>;
  /** No error where there is no such file. */
  remove(file: string): Promise<void>;
}

/** The backups that were made and not removed since, of all servers of one database. */
export interface BackupList {
  add(backup: Backup, place: string): Promise<void>;
  /** Newest first. `place`: only those of one server. */
  all(place?: string): Promise<readonly Backup[]>;
  rehearsed(id: string, rehearsal: Rehearsal): Promise<void>;
  remove(id: string): Promise<void>;
}
