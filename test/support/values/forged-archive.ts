import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  PartDigest,
  sha256,
  stateHashOf,
  TableDigest,
  type TableLine,
} from '../../../server/adapters/database/backup/archive-lines.ts';
import type { PartName } from '../../../server/adapters/database/backup/kept-table.ts';

interface Section {
  readonly part: PartName;
  readonly table: string;
  /** Another name for the section's first column. */
  readonly renamed?: string;
  /** A section to put after this one, with one row. */
  readonly after?: { readonly table: string; readonly columns: readonly string[] };
}

/** Changes sections of a backup and recomputes the sums, as a forger with access to the file can. */
export function forge(file: string, change: (section: Section) => Section): void {
  const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const out = [header];
  const sums: ReturnType<PartDigest['end']>[] = [];
  let part: { readonly name: PartName; readonly digest: PartDigest } | null = null;
  let table: TableDigest | null = null;
  let after: Section['after'];
  const row = (text: string) => {
    table!.add(`${text}\n`, 1, [JSON.parse(text) as string[]]);
    out.push(text);
  };
  const openTable = (line: TableLine) => {
    table = new TableDigest(line);
    out.push(JSON.stringify(line));
  };
  const closeTable = () => {
    if (table) part!.digest.add(table);
    table = null;
    const added = after;
    after = undefined;
    if (!added) return;
    openTable({ ...added, columns: [...added.columns], key: [...added.columns], hashed: [] });
    row(JSON.stringify(added.columns));
    closeTable();
  };
  for (const text of lines) {
    const line = JSON.parse(text) as unknown[] | (Partial<TableLine> & { part?: PartName });
    if (Array.isArray(line)) {
      row(text);
    } else if (line.table !== undefined) {
      closeTable();
      const section = change({ part: part!.name, table: line.table });
      ({ after } = section);
      const renamed = ([first, ...others]: readonly string[]) => [
        section.renamed ?? first!,
        ...others,
      ];
      const whole = line as TableLine;
      const hashed = section.renamed === undefined ? whole.hashed : [];
      openTable({ ...whole, columns: renamed(whole.columns), hashed });
    } else {
      closeTable();
      if (part) sums.push(part.digest.end());
      part = line.part ? { name: line.part, digest: new PartDigest(line.part) } : null;
      if (line.part) out.push(text);
    }
  }
  const trailer = { sha256: sha256(header), parts: sums, stateHash: stateHashOf(sums) };
  writeFileSync(file, gzipSync(`${[...out, JSON.stringify(trailer)].join('\n')}\n`));
}
