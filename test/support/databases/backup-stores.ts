import { rmSync } from 'node:fs';
import path from 'node:path';
import { claimBook } from '../../../server/adapters/database/book/claim-book.ts';
import { PARTS, type PartName } from '../../../server/adapters/database/backup/kept-table.ts';
import { checkArchive } from '../../../server/adapters/database/backup/read-archive.ts';
import type { Opener } from '../../../server/adapters/database/backup/part-loading.ts';
import {
  restorePart,
  type RestoredPart,
} from '../../../server/adapters/database/backup/restore-part.ts';
import {
  writeArchive,
  type Addresses,
} from '../../../server/adapters/database/backup/write-archive.ts';
import type { OpenTestDatabase, TestDatabase } from './databases.ts';
import { scratchFolder } from './scratch-folder.ts';

/** The three databases of a desk, and a folder for their backups. */
export interface BackupStores {
  readonly parts: Readonly<Record<PartName, TestDatabase>>;
  readonly addresses: Addresses;
  readonly folder: string;
  /** Writes a new archive. */
  write(): Promise<{ file: string } & Awaited<ReturnType<typeof writeArchive>>>;
  /** Restores one part of an archive's file. */
  restore(
    file: string,
    part: PartName,
    opener?: Opener,
    then?: () => Promise<void>,
  ): Promise<RestoredPart>;
  close(): Promise<void>;
}

/** Three databases with migrated, empty tables; the books are claimed by PAPER and REAL. */
export async function backupStores(open: OpenTestDatabase): Promise<BackupStores> {
  const [desk, paper, real] = [await open('desk'), await open('book'), await open('book')];
  await claimBook(paper.knex, 'PAPER');
  await claimBook(real.knex, 'REAL');
  const parts = { desk, paper, real };
  const addresses = { desk: desk.address, paper: paper.address, real: real.address };
  const folder = scratchFolder('backups');
  let made = 0;
  return {
    ...{ parts, addresses, folder },
    write: async () => {
      const file = path.join(folder, `${(made += 1)}.ndjson.gz`);
      const about = { createdAt: new Date('2026-03-20T16:00:00Z'), program: 'test' };
      return { file, ...(await writeArchive(addresses, file, about)) };
    },
    restore: async (file, part, opener = null, then) => {
      const { header, trailer, sections } = await checkArchive(file);
      const sums = trailer.parts.find((each) => each.part === part)!;
      const source = { file, part, header, sums, sections };
      return restorePart(parts[part].knex, source, opener, then);
    },
    close: async () => {
      for (const part of PARTS) await parts[part].close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
