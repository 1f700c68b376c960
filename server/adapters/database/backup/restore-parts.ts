import type { Knex } from 'knex';
import type { Header, Trailer } from './archive-lines.ts';
import type { PartName } from './kept-table.ts';
import type { Opener } from './part-loading.ts';
import type { SectionLine } from './read-archive.ts';
import { restorePart, type RestoredPart } from './restore-part.ts';

interface Checked {
  readonly file: string;
  readonly header: Header;
  readonly trailer: Trailer;
  readonly sections: readonly SectionLine[];
}

/** Fills the empty databases of these parts from a checked archive: all of them or, on a failure, none. */
export async function restoreParts(
  stores: Readonly<Record<PartName, Knex>>,
  parts: readonly PartName[],
  { file, header, trailer, sections }: Checked,
  opener: Opener,
): Promise<ReadonlyMap<PartName, RestoredPart>> {
  const restored = new Map<PartName, RestoredPart>();
  async function fill([part, ...others]: readonly PartName[]): Promise<void> {
    if (!part) return;
    const sums = trailer.parts.find((each) => each.part === part)!;
    const source = { file, part, header, sums, sections };
    restored.set(part, await restorePart(stores[part], source, opener, () => fill(others)));
  }
  await fill(parts);
  return restored;
}
