import { randomUUID } from 'node:crypto';
import {
  chmod,
  link,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import type { Knex } from 'knex';
import type { TradingMode } from '../../../domain/mode.ts';
import {
  UnusableBackup,
  type BackupFile,
  type BackupFiles,
  type KeptHead,
} from '../../../ports/backups.ts';
import type { Trailer } from './archive-lines.ts';
import { UNFINISHED } from './archive-writer.ts';
import { BadArchive } from './bad-archive.ts';
import { headsIn, lostFrom } from './kept-heads.ts';
import { rehearse } from './rehearse.ts';
import { writeArchive, type Addresses } from './write-archive.ts';

const SCRATCH = 'rehearsal-';
const PLACE = 'place';
/** Leftovers of a killed server are older than this; nothing that is still being written is. */
const LEFT_MS = 24 * 3600 * 1000;

export interface DiskBackupsDeps {
  /** Absolute path; made when it is missing, for its owner alone. */
  readonly folder: string;
  readonly addresses: Addresses;
  readonly books: Readonly<Record<TradingMode, Knex>>;
  /** Which program writes, e.g. its version. */
  readonly program: string;
}

/** Backups as files of a folder. */
export class DiskBackups implements BackupFiles {
  constructor(private readonly deps: DiskBackupsDeps) {}

  readonly place = async (): Promise<string> => {
    await this.#openFolder();
    const file = path.join(this.deps.folder, PLACE);
    return readFile(file, 'utf8').catch((error: unknown) => {
      if (!isCode(error, 'ENOENT')) throw error;
      return name(file);
    });
  };

  async write(id: string, createdAt: Date): Promise<BackupFile> {
    const { folder, addresses, program } = this.deps;
    await this.#openFolder();
    await this.#sweep();
    const time = createdAt.toISOString().slice(0, 19).replaceAll(':', '-');
    const file = path.join(folder, `${time}Z-${id}.ndjson.gz`);
    const { sizeBytes, ...trailer } = await writeArchive(addresses, file, { createdAt, program });
    return { file, sizeBytes, ...hashesOf(trailer) };
  }

  async rehearse({ file, stateHash }: BackupFile): Promise<void> {
    const scratch = await mkdtemp(path.join(this.deps.folder, SCRATCH));
    try {
      const found = await sayingWhy(() => rehearse(file, scratch));
      if (found !== stateHash)
        throw new UnusableBackup(`It was made with the state hash ${stateHash} and has ${found}.`);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }

  async lostHeads(file: string): Promise<readonly KeptHead[]> {
    const heads = await sayingWhy(() => headsIn(file));
    const lost: KeptHead[] = [];
    for (const [mode, knex] of Object.entries(this.deps.books))
      lost.push(
        ...(await lostFrom(
          knex,
          heads.filter((head) => head.mode === mode),
        )),
      );
    return lost;
  }

  async remove(file: string): Promise<void> {
    await rm(file, { force: true });
  }

  async #openFolder(): Promise<void> {
    await mkdir(this.deps.folder, { recursive: true, mode: 0o700 });
    await chmod(this.deps.folder, 0o700);
  }

  /** Removes what killed servers have left behind. */
  async #sweep(): Promise<void> {
    const { folder } = this.deps;
    for (const name of await readdir(folder)) {
      if (!name.startsWith(SCRATCH) && !name.endsWith(UNFINISHED)) continue;
      const left = path.join(folder, name);
      const changed = await stat(left).catch(() => null);
      if (changed && Date.now() - changed.mtimeMs > LEFT_MS)
        await rm(left, { recursive: true, force: true });
    }
  }
}

function hashesOf({ stateHash, parts }: Trailer) {
  const [deskHash = '', paperHash = '', realHash = ''] = parts.map((part) => part.stateHash);
  return { stateHash, deskHash, paperHash, realHash };
}

/** @throws {UnusableBackup} for a file that is missing or not what was written */
async function sayingWhy<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof BadArchive) throw new UnusableBackup(error.message);
    if (isCode(error, 'ENOENT')) throw new UnusableBackup('The file is missing.');
    throw error;
  }
}

/** Names a folder, whole or not at all. Of servers that do so at once, one writes and all read the name. */
async function name(file: string): Promise<string> {
  const id = randomUUID();
  const draft = `${file}.${id}${UNFINISHED}`;
  await writeFile(draft, id, { flag: 'wx', mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  return readFile(file, 'utf8');
}

const isCode = (error: unknown, code: string): boolean =>
  (error as NodeJS.ErrnoException).code === code;
