import type { Knex } from 'knex';
import type { TradingMode } from '../../../domain/mode.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { appliedMigrations } from '../sql/migrate.ts';
import { openDatabase, type DatabaseAddress } from '../sql/open-database.ts';
import {
  FORMAT,
  FORMAT_VERSION,
  linesOf,
  PartDigest,
  sha256,
  stateHashOf,
  TableDigest,
  type Header,
  type Trailer,
} from './archive-lines.ts';
import { ArchiveWriter } from './archive-writer.ts';
import { PARTS, type PartName } from './kept-table.ts';
import { sectionsOf, type Section } from './part-source.ts';

/** Where each part is stored. */
export type Addresses = Readonly<Record<PartName, DatabaseAddress>>;

type Moments = Readonly<Record<PartName, Knex.Transaction>>;

export const BOOK_OF: Readonly<Record<PartName, TradingMode | null>> = {
  desk: null,
  paper: 'PAPER',
  real: 'REAL',
};

/**
 * Writes all three databases into one new file. Each is read as of one moment over a connection of its own,
 * so no other work waits. Resolves to the file's trailer and size in bytes. A failure leaves no file.
 */
export async function writeArchive(
  addresses: Addresses,
  file: string,
  about: { readonly createdAt: Date; readonly program: string },
): Promise<Trailer & { readonly sizeBytes: number }> {
  return atMoments(addresses, async (moments) => {
    const archive = new ArchiveWriter(file);
    try {
      const header = JSON.stringify(await headerOf(moments, about));
      await archive.write(`${header}\n`);
      const parts = [];
      for (const part of PARTS) parts.push(await writePart(archive, moments[part], part));
      const trailer = { sha256: sha256(header), parts, stateHash: stateHashOf(parts) };
      await archive.write(`${JSON.stringify(trailer)}\n`);
      return { ...trailer, sizeBytes: await archive.finish() };
    } catch (error) {
      await archive.abandon();
      throw error;
    }
  });
}

async function atMoments<T>(addresses: Addresses, read: (moments: Moments) => Promise<T>) {
  const all = PARTS.map((part) => openDatabase(addresses[part]));
  const [desk, paper, real] = all as [Knex, Knex, Knex];
  try {
    return await atOneMoment(desk, (ofDesk) =>
      atOneMoment(paper, (ofPaper) =>
        atOneMoment(real, (ofReal) => read({ desk: ofDesk, paper: ofPaper, real: ofReal })),
      ),
    );
  } finally {
    await Promise.all(all.map((knex) => knex.destroy()));
  }
}

async function headerOf(
  moments: Moments,
  { createdAt, program }: { readonly createdAt: Date; readonly program: string },
): Promise<Header> {
  const parts = [];
  for (const part of PARTS) {
    const migrations = [...(await appliedMigrations(moments[part]))];
    parts.push({ part, book: BOOK_OF[part], migrations });
  }
  const form = { format: FORMAT, version: FORMAT_VERSION } as const;
  return { ...form, createdAt: createdAt.toISOString(), program, parts };
}

async function writePart(archive: ArchiveWriter, moment: Knex.Transaction, part: PartName) {
  await archive.write(`${JSON.stringify({ part })}\n`);
  const digest = new PartDigest(part);
  for await (const section of sectionsOf(moment, part))
    digest.add(await writeSection(archive, section));
  return digest.end();
}

async function writeSection(archive: ArchiveWriter, { line, rows }: Section) {
  const digest = new TableDigest(line);
  await archive.write(`${JSON.stringify(line)}\n`);
  for await (const each of rows) {
    const lines = linesOf(each);
    digest.add(lines, each.length, each);
    await archive.write(lines);
  }
  return digest;
}
