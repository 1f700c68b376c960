import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { claimBook } from '../../../server/adapters/database/book/claim-book.ts';
import { rehearse } from '../../../server/adapters/database/backup/rehearse.ts';
import {
  writeArchive,
  type Addresses,
} from '../../../server/adapters/database/backup/write-archive.ts';
import { migrate } from '../../../server/adapters/database/sql/migrate.ts';
import { openDatabase } from '../../../server/adapters/database/sql/open-database.ts';
import { fillBook } from '../fill/fill-book.ts';
import type { LivedDesk } from '../fill/lived-desk.ts';
import { costOf, type Cost } from '../meter.ts';
import { fillSnapshots } from './fill-snapshots.ts';
import { longestTurn } from './loop-watch.ts';

/** How often the memory is read, in milliseconds. */
const LOOK_MS = 10;
const BOOK = { users: 1, open: 20, watched: 0, closed: 80 };

export interface BackupCase {
  readonly work: string;
  readonly goal: string;
  readonly cost: Cost;
  /** The longest turn of the event loop, in milliseconds of computing; null when unknown. */
  readonly turnMs: number | null;
  /** By how much the process's memory grew at most, in bytes. */
  readonly grownBytes: number;
  readonly fileBytes: number;
}

/** The cost of a backup of a desk with so many snapshots, and of its rehearsal. */
export async function measureBackup(
  addresses: Addresses,
  lived: LivedDesk,
  snapshots: number,
): Promise<readonly BackupCase[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'twinbook-backup-'));
  const [desk, real] = [openDatabase(addresses.desk), openDatabase(addresses.real)];
  const paper = openDatabase(addresses.paper);
  try {
    await migrate(desk, 'desk');
    await migrate(paper, 'book');
    await claimBook(paper, 'PAPER');
    await fillBook(paper, lived, BOOK);
    await fillSnapshots(paper, snapshots);
    await migrate(real, 'book');
    await claimBook(real, 'REAL');
    const file = path.join(folder, 'backup.gz');
    const about = { createdAt: lived.now, program: 'bench' };
    let [fileBytes, madeHash, foundHash] = [0, '', ''];
    const measured = async (work: string, goal: string, run: () => Promise<void>) => {
      let turnMs: number | null = null;
      const watched = async () => void (turnMs = await longestTurn(run));
      const { grownBytes, cost } = await grownBy(() => costOf(paper, watched));
      return { work, goal, cost, turnMs, grownBytes, fileBytes };
    };
    const written = await measured(
      `backup of ${snapshots} snapshots`,
      '≤ 60 s, ≤ 100 MB, computing ≤ 20 ms for 1,000,000',
      async () => {
        ({ sizeBytes: fileBytes, stateHash: madeHash } = await writeArchive(
          addresses,
          file,
          about,
        ));
      },
    );
    const rehearsed = await measured('rehearsal of that', 'computing ≤ 20 ms', async () => {
      foundHash = await rehearse(file, folder);
    });
    if (foundHash !== madeHash) throw new Error('The rehearsal found another state hash');
    return [{ ...written, fileBytes }, rehearsed];
  } finally {
    await Promise.all([desk, paper, real].map((knex) => knex.destroy()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function grownBy<T>(work: () => Promise<T>): Promise<{ grownBytes: number; cost: T }> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const look = (): void => void (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, LOOK_MS);
  try {
    const cost = await work();
    look();
    return { grownBytes: most - before, cost };
  } finally {
    clearInterval(timer);
  }
}
