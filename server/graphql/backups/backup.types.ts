import 'reflect-metadata';
import { Float, ID, ObjectType } from 'type-graphql';
import type { Backup, BackupCause, Rehearsal } from '../../ports/backups.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';

export const BackupCauseEnum = describedEnum<BackupCause>(
  'BackupCause',
  'Why a backup was made; the last 14 of each are kept.',
  {
    DAILY: 'The job makes one on each day.',
    ASKED: 'An ADMIN asked for it.',
  },
);

@ObjectType('BackupRehearsal', {
  simpleResolvers: true,
  description: 'The result of restoring a backup into a scratch store.',
})
export class RehearsalType implements Rehearsal {
  @Given(() => DateTimeScalar, 'When it was restored.') at!: Date;
  @Given(() => Boolean, 'Whether it could be restored and then had the same state hash.')
  passed!: boolean;
  @Given(() => String, 'What was found, as a sentence.') finding!: string;
}

@ObjectType('Backup', {
  simpleResolvers: true,
  description:
    'One file with the desk’s, the PAPER and the REAL part; no secret in it is in plain text.',
})
export class BackupType implements Backup {
  @Given(() => ID, 'Id of the backup.') id!: string;
  @Given(() => String, 'Its path on the server that made it.') file!: string;
  @Given(() => DateTimeScalar, 'When it was made, by the desk’s clock.') createdAt!: Date;
  @Given(() => BackupCauseEnum, 'Why it was made.') cause!: BackupCause;
  @Given(() => Float, 'Size of the file in bytes.') sizeBytes!: number;
  @Given(
    () => String,
    'SHA-256 of the state of all parts, in hexadecimal: the same state has the same hash on SQLite and Postgres.',
  )
  stateHash!: string;
  @Given(() => String, 'SHA-256 of the state of the desk’s part.') deskHash!: string;
  @Given(() => String, 'SHA-256 of the state of the PAPER part.') paperHash!: string;
  @Given(() => String, 'SHA-256 of the state of the REAL part.') realHash!: string;
  @Maybe(() => RehearsalType, 'What its rehearsal found; null before the first one.')
  rehearsal!: Rehearsal | null;
}
