import type { ZodType } from 'zod';
import { knownMigrations } from '../sql/migrate.ts';
import { FORMAT, FORMAT_VERSION, HEADER, type Header } from './archive-lines.ts';
import { altered, BadArchive } from './bad-archive.ts';
import { BOOK_OF } from './write-archive.ts';

/** @throws {BadArchive} not a backup, or one of a newer program */
export function headerIn(line: object): Header {
  const { format, version } = line as Partial<Header>;
  if (format !== FORMAT) throw new BadArchive('The file is no backup of this desk.');
  if (typeof version === 'number' && version > FORMAT_VERSION)
    throw new BadArchive(`The backup has the format ${version}, which is newer than this program.`);
  const header = valid(HEADER, line);
  for (const { part, book, migrations } of header.parts) {
    if (book !== BOOK_OF[part]) throw altered(`its ${part} part claims to be the ${book} book`);
    const known = knownMigrations(part === 'desk' ? 'desk' : 'book');
    const unknown = migrations.filter((name) => !known.includes(name));
    if (unknown.length === 0) continue;
    throw new BadArchive(
      `The backup is of a newer program: this one does not know ${unknown.join(', ')} of its ${part} part.`,
    );
  }
  return header;
}

/** @throws {BadArchive} */
export function valid<T>(shape: ZodType<T>, line: object): T {
  const { success, data } = shape.safeParse(line);
  if (success) return data;
  throw altered('a line has not the form that this program writes');
}
