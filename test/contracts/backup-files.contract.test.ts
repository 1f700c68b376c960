import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { BadArchive } from '../../server/adapters/database/backup/bad-archive.ts';
import { PARTS } from '../../server/adapters/database/backup/kept-table.ts';
import { checkArchive } from '../../server/adapters/database/backup/read-archive.ts';
import type { BackupStores } from '../support/databases/backup-stores.ts';
import { forge } from '../support/values/forged-archive.ts';
import { usingStores } from '../support/databases/using-stores.ts';

const { made, someDesk } = usingStores();

async function rowsIn({ parts }: BackupStores): Promise<number> {
  let count = 0;
  for (const [part, tables] of [
    ['desk', ['users', 'settings', 'price_rounds']],
    ['paper', ['accounts', 'trades', 'orders', 'events', 'snapshots']],
    ['real', ['accounts', 'trades', 'orders', 'events', 'snapshots']],
  ] as const)
    for (const table of tables) count += (await parts[part].knex(table).select('*')).length;
  return count;
}

describe('a file of a backup', () => {
  let all: BackupStores;
  let file: string;
  beforeEach(async () => {
    ({ file } = await (await someDesk()).write());
    all = await made();
  });
  const refused = async (reason: RegExp) => {
    for (const part of PARTS) await expect(all.restore(file, part)).rejects.toThrow(reason);
    expect(await rowsIn(all)).toBe(0);
  };
  const rewrite = (change: (lines: string[]) => string[]) => {
    const lines = gunzipSync(readFileSync(file)).toString().split('\n');
    writeFileSync(file, gzipSync(change(lines).join('\n')));
  };

  it('is its owner’s alone', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([0.999, 0.5, 0.1])('that is cut at %d of its length is refused', async (part) => {
    truncateSync(file, Math.floor(statSync(file).size * part));
    await refused(/is cut off/);
  });

  it('that ends before its trailer is refused', async () => {
    rewrite((lines) => [...lines.slice(0, -2), '']);
    await refused(/is cut off/);
  });

  it.each([
    ['a table that no backup keeps', { table: 'sessions', columns: ['id'] }],
    ['a log check, which no backup keeps', { table: 'log_checks', columns: ['username'] }],
    ['a table of the other kind of part', { table: 'armings', columns: ['username'] }],
  ])('with %s is refused, although its sums are right', async (_, added) => {
    for (const part of PARTS) {
      ({ file } = await (await someDesk()).write());
      forge(file, (section) => (section.part === part ? { ...section, after: added } : section));
      await refused(/which no backup keeps/);
    }
  });

  it.each(['nowhere', 'username" ) SELECT 1; --', 'a?b'])(
    'with the column %s, which the table lacks, is refused, although its sums are right',
    async (column) => {
      const first = { desk: 'users', paper: 'accounts', real: 'accounts' } as const;
      forge(file, (section) =>
        section.table === first[section.part] ? { ...section, renamed: column } : section,
      );
      await refused(/other columns than a backup keeps/);
    },
  );

  it('with any altered byte is refused', async () => {
    const bytes = readFileSync(file);
    for (let at = 20; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const other = Buffer.from(bytes);
      other[at]! ^= 0xff;
      writeFileSync(file, other);
      // Damage to the compressed head can make of it the head of a newer program.
      await expect(checkArchive(file), `byte ${at}`).rejects.toThrow(BadArchive);
    }
  });

  it('with a changed, removed, added or moved row is refused', async () => {
    const whole = readFileSync(file);
    const rows = (lines: string[]) => lines.flatMap((line, at) => (line[0] === '[' ? [at] : []));
    for (const change of [
      (lines: string[]) =>
        lines.map((line, at) => (at === rows(lines)[3] ? line.replace(/"/, '"x') : line)),
      (lines: string[]) => lines.filter((_line, at) => at !== rows(lines)[2]),
      (lines: string[]) =>
        lines.flatMap((line, at) => (at === rows(lines)[2] ? [line, line] : [line])),
      (lines: string[]) => lines.toSpliced(1, 0, lines[3]!),
      (lines: string[]) =>
        lines.map((line, at) => (at === 0 ? line.replace('"test"', '"best"') : line)),
    ]) {
      writeFileSync(file, whole);
      rewrite(change);
      await refused(/altered or damaged/);
    }
  });

  it('with something behind its end is refused', async () => {
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.concat([whole, Buffer.alloc(8)]));
    await refused(/follows its end/);
    writeFileSync(file, Buffer.concat([whole, gzipSync('["a row more"]\n')]));
    await refused(/altered or damaged/);
  });

  it('of a newer format or program is refused, with the reason', async () => {
    const whole = readFileSync(file);
    rewrite(([header, ...rest]) => [header!.replace('"version":1', '"version":2'), ...rest]);
    await refused(/format 2, which is newer/);
    writeFileSync(file, whole);
    rewrite(([header, ...rest]) => [
      header!.replace('"0028_waiting_orders"', '"0028_waiting_orders","0099_later"'),
      ...rest,
    ]);
    await refused(/newer program: this one does not know 0099_later of its paper part/);
  });

  it('whose PAPER part claims to be REAL is refused', async () => {
    rewrite(([header, ...rest]) => [header!.replace('"PAPER"', '"REAL"'), ...rest]);
    await refused(/paper part claims to be the REAL book/);
  });

  it('of another kind is refused', async () => {
    writeFileSync(file, 'not a backup');
    await refused(/damaged/);
    writeFileSync(file, gzipSync('{"format":"something else"}\n'));
    await refused(/no backup of this desk/);
  });
});
