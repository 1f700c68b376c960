import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the operator's folder that is meant to be a strategy. */
export interface OwnFile {
  readonly kind: string;
  /** Its name in the folder. */
  readonly file: string;
  /** Null when the file cannot be read. */
  readonly text: string | null;
}

/** Names of files that are read; other files are notes, and folders are skipped. */
const CODE = /(?<!\.d)\.(ts|js|mjs)$/;

/** Files in the order of their names; none when the folder is missing. */
export async function ownFiles(folder: string): Promise<readonly OwnFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => CODE.test(name)).sort();
  return Promise.all(
    files.map(async (file) => ({
      ...{ kind: file.replace(CODE, ''), file },
      text: await readFile(path.join(folder, file), 'utf8').catch(() => null),
    })),
  );
}
