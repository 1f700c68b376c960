import path from 'node:path';
import type { Knex } from 'knex';
import { claimBook } from '../book/claim-book.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { migrate } from '../sql/migrate.ts';
import { openDatabase } from '../sql/open-database.ts';
import { PartDigest, stateHashOf, type PartSums } from './archive-lines.ts';
import { PARTS, type PartName } from './kept-table.ts';
import { digestOf, sectionsOf } from './part-source.ts';
import { checkArchive } from './read-archive.ts';
import { restorePart } from './restore-part.ts';
import { BOOK_OF } from './write-archive.ts';

/**
 * Restores all parts of a file into new databases in an empty folder. Resolves to the state hash of the
 * result.
 * @throws {BadArchive}
 */
export async function rehearse(file: string, folder: string): Promise<string> {
  const { header, trailer, sections } = await checkArchive(file);
  const parts: PartSums[] = [];
  for (const part of PARTS) {
    const knex = openDatabase({ file: path.join(folder, `${part}.sqlite`) });
    try {
      // The scratch store need not survive a power failure.
      await knex.raw('PRAGMA synchronous=OFF');
      await prepare(knex, part);
      const sums = trailer.parts.find((each) => each.part === part)!;
      await restorePart(knex, { file, part, header, sums, sections }, null);
      parts.push(await sumsOf(knex, part));
    } finally {
      await knex.destroy();
    }
  }
  return stateHashOf(parts);
}

async function prepare(knex: Knex, part: PartName): Promise<void> {
  const mode = BOOK_OF[part];
  await migrate(knex, mode ? 'book' : 'desk');
  if (mode) await claimBook(knex, mode);
}

/** The sums that a backup of this database would have. */
export function sumsOf(knex: Knex, part: PartName): Promise<PartSums> {
  return atOneMoment(knex, async (moment) => {
    const digest = new PartDigest(part);
    for await (const section of sectionsOf(moment, part)) digest.add(await digestOf(section));
    return digest.end();
  });
}
