import { BadArchive } from '../adapters/database/backup/bad-archive.ts';
import { PARTS, type PartName } from '../adapters/database/backup/kept-table.ts';
import { checkArchive } from '../adapters/database/backup/read-archive.ts';
import { StoreNotEmpty } from '../adapters/database/backup/restore-part.ts';
import { restoreParts } from '../adapters/database/backup/restore-parts.ts';
import { AesVault } from '../adapters/vault/aes-vault.ts';
import { openDatabases, unpooled } from '../compose/databases.ts';
import { loadConfig } from '../config.ts';
import { ConfigError } from '../config/problems.ts';

const USAGE = 'Say what to restore: npm run restore -- FILE [desk|paper|real]';

/**
 * `npm run restore -- FILE [desk|paper|real]`, on a stopped server: fills the empty stores of all three parts, or
 * of the named one, from a backup. Exits with 1, and leaves the stores empty, when the file is cut, altered or of
 * a newer program, or when a store is not empty.
 */
async function main(args: readonly string[]): Promise<void> {
  const [file, part] = args;
  if (file === undefined || args.length > 2) throw new ConfigError([USAGE]);
  if (part !== undefined && !isPart(part)) throw new ConfigError([USAGE]);
  const parts = part ? [part] : PARTS;
  const config = loadConfig();
  // The whole file is read before a store is opened, so before anything is written.
  const { header, trailer, sections } = await checkArchive(file);
  const stores = await openDatabases(unpooled(config));
  try {
    const source = { file, header, trailer, sections };
    const restored = await restoreParts(stores, parts, source, new AesVault(config.secretKey));
    console.log(`Restored from the backup of ${header.createdAt}.`);
    for (const name of parts) {
      const { stateHash = '' } = trailer.parts.find((each) => each.part === name) ?? {};
      console.log(`${name}: ${restored.get(name)!.rows} rows, state hash ${stateHash}`);
    }
    if (!part) console.log(`State hash of the whole backup: ${trailer.stateHash}`);
    for (const { user, name } of restored.get('desk')?.lost ?? [])
      console.log(`Enter again, because this SECRET_KEY does not open it: ${name} of ${user}`);
  } finally {
    await stores.close();
  }
}

function isPart(text: string): text is PartName {
  return PARTS.some((name) => name === text);
}

/** Null: a fault of the program, which is shown whole. */
function reasonOf(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof StoreNotEmpty) return error.message;
  if (error instanceof BadArchive) return `${error.message} Nothing was restored.`;
  const { code, path } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' && path !== undefined ? `There is no file ${path}.` : null;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(reasonOf(error) ?? error);
  process.exitCode = 1;
}
