import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 1024 ** 3;

/**
 * Makes a folder for files that need not outlive their test; what a test leaves goes with the run: see
 * `global-setup.ts`. It is in memory where the machine has enough, because on a disk a database waits at each
 * commit.
 */
export function scratchFolder(name: string): string {
  const within = process.env['TEST_RUN_FOLDER'] ?? (isRoomy(MEMORY) ? MEMORY : os.tmpdir());
  return mkdtempSync(path.join(within, `twinbook-${name}-`));
}

function isRoomy(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}
