import type { Knex } from 'knex';
import type { Backup, BackupCause, BackupList, Rehearsal } from '../../../ports/backups.ts';

interface BackupRow {
  id: string;
  place: string;
  file: string;
  cause: BackupCause;
  state_hash: string;
  desk_hash: string;
  paper_hash: string;
  real_hash: string;
  size_bytes: number;
  created_at: number;
  rehearsed_at: number | null;
  rehearsal_passed: number | null;
  rehearsal_finding: string | null;
}

/** Backups by their files, in the desk's database. */
export class SqlBackupList implements BackupList {
  constructor(private readonly knex: Knex) {}

  async add(backup: Backup, place: string): Promise<void> {
    await this.knex<BackupRow>('backups').insert(toRow(backup, place));
  }

  async all(place?: string): Promise<readonly Backup[]> {
    const rows = this.knex<BackupRow>('backups').orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
    return (await (place === undefined ? rows : rows.where({ place }))).map(fromRow);
  }

  async rehearsed(id: string, rehearsal: Rehearsal): Promise<void> {
    await this.knex<BackupRow>('backups').where({ id }).update(rehearsalToRow(rehearsal));
  }

  async remove(id: string): Promise<void> {
    await this.knex<BackupRow>('backups').where({ id }).delete();
  }
}

function toRow(backup: Backup, place: string): BackupRow {
  return {
    ...{ id: backup.id, place, file: backup.file, cause: backup.cause },
    ...{ state_hash: backup.stateHash, desk_hash: backup.deskHash },
    ...{ paper_hash: backup.paperHash, real_hash: backup.realHash },
    ...{ size_bytes: backup.sizeBytes, created_at: backup.createdAt.getTime() },
    ...rehearsalToRow(backup.rehearsal),
  };
}

function rehearsalToRow(rehearsal: Rehearsal | null) {
  return {
    rehearsed_at: rehearsal?.at.getTime() ?? null,
    rehearsal_passed: rehearsal && Number(rehearsal.passed),
    rehearsal_finding: rehearsal?.finding ?? null,
  };
}

function fromRow(row: BackupRow): Backup {
  return {
    ...{ id: row.id, file: row.file, cause: row.cause, sizeBytes: row.size_bytes },
    ...{ stateHash: row.state_hash, deskHash: row.desk_hash },
    ...{ paperHash: row.paper_hash, realHash: row.real_hash },
    createdAt: new Date(row.created_at),
    rehearsal:
      row.rehearsed_at === null
        ? null
        : {
            at: new Date(row.rehearsed_at),
            passed: row.rehearsal_passed === 1,
            finding: row.rehearsal_finding ?? '',
          },
  };
}
