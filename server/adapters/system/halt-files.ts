import { existsSync } from 'node:fs';
import path from 'node:path';
import type { KillSwitchLevel } from '../../domain/account/account.ts';

/** The halt for all users: the files `HALT_ALL` and `HALT_ENTRIES` in the data directory. */
export function haltFiles(dataDir: string): () => KillSwitchLevel {
  return () => {
    if (existsSync(path.join(dataDir, 'HALT_ALL'))) return 'HALT_ALL';
    return existsSync(path.join(dataDir, 'HALT_ENTRIES')) ? 'HALT_ENTRIES' : 'OFF';
  };
}
