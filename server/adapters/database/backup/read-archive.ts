import type { Header, TableLine, Trailer } from './archive-lines.ts';
import { piecesOf } from './archive-pieces.ts';
import { ArchiveReading, type ArchiveItem } from './archive-reading.ts';
import { altered, BadArchive } from './bad-archive.ts';
import type { Row } from './canonical-rows.ts';
import type { PartName } from './kept-table.ts';

/** Whether a reader wants the rows of a table; unwanted ones are counted and hashed only. */
export type Wants = (part: PartName, table: string) => boolean;

/**
 * Reads an archive and checks it: if the reader gets to the end, the desk wrote the file, byte for byte.
 * @throws {BadArchive} with the reason
 */
export async function* readArchive(
  file: string,
  wants: Wants = () => false,
): AsyncGenerator<ArchiveItem> {
  const reading = new ArchiveReading();
  for await (const piece of piecesOf(file)) {
    if (piece.kind === 'line') {
      yield* reading.line(piece.text);
      continue;
    }
    const { part, table } = reading.place;
    const wanted = wants(part, table.line.table);
    const rows = wanted || table.wantsRows ? rowsIn(piece.text, table.line) : [];
    table.add(piece.text, piece.count, rows);
    if (wanted) yield { kind: 'rows', rows };
  }
  if (!reading.ended) throw new BadArchive('The file is cut off: its end is missing.');
}

/** What a section of an archive holds, as its line says. */
export interface SectionLine {
  readonly part: PartName;
  readonly line: TableLine;
}

/** Reads an archive to its end. @throws {BadArchive} */
export async function checkArchive(file: string): Promise<{
  readonly header: Header;
  readonly trailer: Trailer;
  readonly sections: readonly SectionLine[];
}> {
  let header: Header | null = null;
  const sections: SectionLine[] = [];
  for await (const item of readArchive(file)) {
    if (item.kind === 'header') header = item.header;
    if (item.kind === 'table') sections.push(item);
    if (item.kind === 'end' && header) return { header, trailer: item.trailer, sections };
  }
  throw new BadArchive('The file is cut off: its end is missing.');
}

function rowsIn(text: string, { table, columns }: TableLine): readonly Row[] {
  let rows: Row[];
  try {
    rows = JSON.parse(`[${text.slice(0, -1).replaceAll('\n', ',')}]`) as Row[];
  } catch {
    throw altered(`a row of ${table} cannot be read`);
  }
  if (rows.some((row) => row.length !== columns.length))
    throw altered(`a row of ${table} has another number of columns`);
  return rows;
}
