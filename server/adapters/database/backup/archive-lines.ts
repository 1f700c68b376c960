import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import type { Row } from './canonical-rows.ts';
import { PARTS, type PartName } from './kept-table.ts';

/** Raised whenever an older program could not read what a newer one writes. */
export const FORMAT_VERSION = 1;
export const FORMAT = 'twinbook-backup';

/** Rows that are in no table: sealed credentials, and the last event of each log. */
export const CREDENTIALS = 'credentials';
export const HEADS = 'heads';

const names = z.array(z.string());

export const HEADER = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  createdAt: z.iso.datetime(),
  program: z.string(),
  parts: z.array(
    z.strictObject({
      part: z.enum(PARTS),
      /** Which book the rows are of; null: the desk's own. */
      book: z.enum(['PAPER', 'REAL']).nullable(),
      migrations: names,
    }),
  ),
});
export type Header = z.infer<typeof HEADER>;

export const PART_LINE = z.strictObject({ part: z.enum(PARTS) });

export const TABLE_LINE = z.strictObject({
  table: z.string(),
  columns: names,
  key: names,
  /** The columns that the state hash covers. */
  hashed: names,
});
export type TableLine = z.infer<typeof TABLE_LINE>;

const sums = { rows: z.int(), sha256: z.string() };

export const TRAILER = z.strictObject({
  /** SHA-256 of the header's line. */
  sha256: z.string(),
  parts: z.array(
    z.strictObject({
      part: z.enum(PARTS),
      ...sums,
      stateHash: z.string(),
      tables: z.array(z.strictObject({ table: z.string(), ...sums })),
    }),
  ),
  stateHash: z.string(),
});
export type Trailer = z.infer<typeof TRAILER>;
export type PartSums = Trailer['parts'][number];

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const linesOf = (rows: readonly Row[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Counts and hashes the rows of one table, as they are written or read. */
export class TableDigest {
  rows = 0;
  readonly #kept: Hash;
  readonly #state: Hash | null;
  readonly #hashed: readonly number[];

  constructor(readonly line: TableLine) {
    const { table, columns, hashed } = line;
    this.#kept = createHash('sha256').update(`${JSON.stringify(line)}\n`);
    this.#hashed = hashed.map((name) => columns.indexOf(name));
    const some = hashed.length > 0 && hashed.length < columns.length;
    this.#state = some ? createHash('sha256').update(JSON.stringify([table, hashed])) : null;
  }

  /** Whether `add` needs the rows in addition to their lines. */
  get wantsRows(): boolean {
    return this.#state !== null;
  }

  add(lines: string, count: number, rows: readonly Row[]): void {
    this.rows += count;
    this.#kept.update(lines);
    this.#state?.update(linesOf(rows.map((row) => this.#hashed.map((at) => row[at]!))));
  }

  /** `state`: the hash of the columns that the state hash covers; null: it covers none of this table's. */
  end(): { readonly rows: number; readonly sha256: string; readonly state: string | null } {
    const kept = this.#kept.digest('hex');
    const state = this.#state?.digest('hex') ?? (this.line.hashed.length > 0 ? kept : null);
    return { rows: this.rows, sha256: kept, state };
  }
}

/** Adds up the tables of a part. */
export class PartDigest {
  readonly #tables: (ReturnType<TableDigest['end']> & { readonly table: string })[] = [];

  constructor(private readonly part: PartName) {}

  add(digest: TableDigest): void {
    this.#tables.push({ table: digest.line.table, ...digest.end() });
  }

  end(): PartSums {
    const tables = this.#tables.map(({ table, rows, sha256: sum }) => ({
      table,
      rows,
      sha256: sum,
    }));
    const states = this.#tables.flatMap(({ table, state }) => (state ? [[table, state]] : []));
    return {
      part: this.part,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      sha256: sha256(JSON.stringify(tables)),
      stateHash: sha256(JSON.stringify(states)),
      tables,
    };
  }
}

/** The state hash of a desk, made from the state hashes of its parts. */
export function stateHashOf(parts: readonly Pick<PartSums, 'part' | 'stateHash'>[]): string {
  return sha256(JSON.stringify(parts.map(({ part, stateHash }) => [part, stateHash])));
}
