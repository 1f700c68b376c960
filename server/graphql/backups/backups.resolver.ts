import 'reflect-metadata';
import { Mutation, Query, Resolver } from 'type-graphql';
import type { Backup, BackupList } from '../../ports/backups.ts';
import type { MakeBackup } from '../../usecases/backups/make-backup.ts';
import { BackupType } from './backup.types.ts';

export interface BackupsDeps {
  readonly list: Pick<BackupList, 'all'>;
  readonly make: Pick<MakeBackup, 'execute'>;
}

@Resolver()
export class BackupsResolver {
  constructor(private readonly deps: BackupsDeps) {}

  @Query(() => [BackupType], {
    description:
      'The backups that are kept, of all servers of one database, newest first. For an ADMIN.',
  })
  backups(): Promise<readonly Backup[]> {
    return this.deps.list.all();
  }

  @Mutation(() => BackupType, {
    description:
      'Writes the present state of the desk and both books into a new file; answers once it is on the disk. For an ADMIN.',
  })
  createBackup(): Promise<Backup> {
    return this.deps.make.execute('ASKED');
  }
}
