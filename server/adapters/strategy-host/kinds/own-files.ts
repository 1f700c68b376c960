import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the operator's folder that is meant to be a strategy. */
export interface OwnFile {
  readonly kind: string;
  /** Its name in the folder. */
  readonly file: string;
  /** Null: it cannot be read. */
  readonly text: string | null;
}

/** What its name has to look like to be read at all; notes and folders are none of ours. */
const CODE = /(?<!\.d)\.(ts|js|mjs)$/;

/** In the order of their names; none where there is no such folder. */
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
