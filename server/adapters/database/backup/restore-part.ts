import type { Knex } from 'knex';
import { migrateAround } from '../sql/migrate.ts';
import { HEADS, type Header, type PartSums } from './archive-lines.ts';
import type { PartName } from './kept-table.ts';
import { PartLoading, type LostCredential, type Opener } from './part-loading.ts';
import { readArchive, type SectionLine } from './read-archive.ts';

/** The database has data of its own. */
export class StoreNotEmpty extends Error {
  override readonly name = 'StoreNotEmpty';
}

export interface RestoredPart {
  readonly rows: number;
  readonly lost: readonly LostCredential[];
}

/** A server never fills these tables by itself: a row in one of them is a user's data. */
const OWNED: Readonly<Record<PartName, readonly string[]>> = {
  desk: ['users', 'settings', 'price_rounds'],
  paper: ['accounts', 'trades', 'events'],
  real: ['accounts', 'trades', 'events'],
};

interface Source {
  readonly file: string;
  readonly part: PartName;
  readonly header: Header;
  /** The sums that a check of the file has found for this part. */
  readonly sums: PartSums;
  readonly sections: readonly SectionLine[];
}

/**
 * Fills an empty database from a checked archive, all or nothing, and reads it back before it commits. `then`
 * runs before the commit, so that either all of several databases are filled or none.
 * @throws {StoreNotEmpty} {BadArchive}
 */
export async function restorePart(
  knex: Knex,
  { file, part, header, sums, sections }: Source,
  opener: Opener,
  then: () => Promise<void> = async () => undefined,
): Promise<RestoredPart> {
  const migrations = header.parts.find((each) => each.part === part)?.migrations ?? [];
  const which = part === 'desk' ? 'desk' : 'book';
  await refuseFilled(knex, part);
  return migrateAround(knex, which, migrations, async (trx) => {
    await refuseFilled(trx, part);
    const loading = new PartLoading(trx, part, opener);
    for (const section of sections) if (section.part === part) await loading.admit(section.line);
    await loading.clear();
    const wants = (of: PartName, table: string) => of === part && table !== HEADS;
    for await (const item of readArchive(file, wants)) {
      if (item.kind === 'table') loading.begin(item.part === part ? item.line : null);
      if (item.kind === 'rows') await loading.load(item.rows);
    }
    await loading.compare(sums);
    await then();
    return { rows: sums.rows, lost: loading.lost };
  });
}

/** @throws {StoreNotEmpty} */
export async function refuseFilled(knex: Knex, part: PartName): Promise<void> {
  for (const table of OWNED[part]) {
    if ((await knex(table).first()) === undefined) continue;
    throw new StoreNotEmpty(
      `The ${part} store is not empty: it has rows in ${table}. A backup is restored into an empty one only.`,
    );
  }
}
