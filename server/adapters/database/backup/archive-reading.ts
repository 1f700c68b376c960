import {
  PART_LINE,
  PartDigest,
  sha256,
  stateHashOf,
  TABLE_LINE,
  TableDigest,
  TRAILER,
  type Header,
  type PartSums,
  type TableLine,
  type Trailer,
} from './archive-lines.ts';
import { altered, BadArchive } from './bad-archive.ts';
import type { Row } from './canonical-rows.ts';
import { PARTS, type PartName } from './kept-table.ts';
import { isKept } from './part-source.ts';
import { headerIn, valid } from './valid-lines.ts';

/** What a reader of an archive receives, in the file's order. */
export type ArchiveItem =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'table'; readonly part: PartName; readonly line: TableLine }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'end'; readonly trailer: Trailer };

/** Where in an archive its reader is, and the sums so far. */
export class ArchiveReading {
  ended = false;
  #header: string | null = null;
  #parts: PartSums[] = [];
  #part: { readonly name: PartName; readonly digest: PartDigest } | null = null;
  #table: TableDigest | null = null;

  /** @throws {BadArchive} at a place where the archive may not have rows */
  get place(): { readonly part: PartName; readonly table: TableDigest } {
    if (!this.#part || !this.#table || this.ended) throw altered('rows of no table');
    return { part: this.#part.name, table: this.#table };
  }

  *line(text: string): Generator<ArchiveItem> {
    if (this.ended) throw altered('something follows its end');
    const line = parsed(text);
    if (this.#header === null) {
      this.#header = text;
      yield { kind: 'header', header: headerIn(line) };
    } else if (has(line, 'table')) {
      yield this.#openTable(valid(TABLE_LINE, line));
    } else if (has(line, 'part')) {
      this.#openPart(valid(PART_LINE, line).part);
    } else {
      yield { kind: 'end', trailer: this.#end(valid(TRAILER, line)) };
    }
  }

  #openTable(line: TableLine): ArchiveItem {
    if (!this.#part) throw altered('a table of no part');
    if (!isKept(this.#part.name, line.table))
      throw altered(`it has rows of ${line.table}, which no backup keeps`);
    this.#closeTable();
    this.#table = new TableDigest(line);
    return { kind: 'table', part: this.#part.name, line };
  }

  #openPart(name: PartName): void {
    this.#closePart();
    this.#part = { name, digest: new PartDigest(name) };
  }

  #closeTable(): void {
    if (this.#table) this.#part?.digest.add(this.#table);
    this.#table = null;
  }

  #closePart(): void {
    this.#closeTable();
    if (this.#part) this.#parts.push(this.#part.digest.end());
    this.#part = null;
  }

  #end(trailer: Trailer): Trailer {
    this.#closePart();
    const parts = this.#parts;
    const sums = { sha256: sha256(this.#header ?? ''), parts, stateHash: stateHashOf(parts) };
    if (parts.map(({ part }) => part).join() !== PARTS.join())
      throw altered('it has not each part once');
    for (const [at, part] of parts.entries())
      if (JSON.stringify(part) !== JSON.stringify(trailer.parts[at]))
        throw altered(`its ${part.part} part is not what its sums say`);
    if (JSON.stringify(sums) !== JSON.stringify(trailer)) throw altered('its sums do not add up');
    this.ended = true;
    return trailer;
  }
}

function parsed(text: string): object {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === 'object' && line !== null) return line;
  } catch {
    // Reported below, like any other line that is no JSON object.
  }
  throw new BadArchive('The file is no backup of this desk, or damaged.');
}

const has = (line: object, name: string): boolean => name in line;
