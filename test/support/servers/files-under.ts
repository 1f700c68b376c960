import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Every file under a folder, at any depth, with its whole path. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
