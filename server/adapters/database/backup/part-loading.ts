import type { Knex } from 'knex';
import { SealBroken, type Vault } from '../../../ports/vault.ts';
import { CREDENTIALS, type PartSums, type TableLine } from './archive-lines.ts';
import { altered } from './bad-archive.ts';
import { columnsOf, type Row } from './canonical-rows.ts';
import type { KeptTable, PartName } from './kept-table.ts';
import { countOn, loadRows } from './load-rows.ts';
import { digestOf, sectionOf, tablesOf } from './part-source.ts';
import { putBack } from './sealed-apart.ts';

/** A secret that the present key does not open: it is left unset. */
export interface LostCredential {
  readonly user: string;
  readonly name: string;
}

/** Opens a sealed secret to see whether the key fits; null: secrets are kept as they are. */
export type Opener = Pick<Vault, 'open'> | null;

/** Fills the tables of a part from an archive, table by table. */
export class PartLoading {
  readonly lost: LostCredential[] = [];
  readonly #lines: TableLine[] = [];
  readonly #tables: ReadonlyMap<string, KeptTable>;
  #line: TableLine | null = null;

  constructor(
    private readonly trx: Knex.Transaction,
    private readonly part: PartName,
    private readonly opener: Opener,
  ) {
    this.#tables = new Map(tablesOf(part).map((table) => [table.name, table]));
  }

  /** Call before rows are written. @throws {BadArchive} for columns that the table lacks or no backup keeps. */
  async admit({ table: name, columns }: TableLine): Promise<void> {
    const table = this.#tables.get(name);
    if (!table) return;
    const there = (await columnsOf(this.trx, name)).filter(
      (column) => !table.leftOut?.includes(column.name),
    );
    const foreign = columns.filter((each) => !there.some((column) => column.name === each));
    if (foreign.length > 0 || new Set(columns).size < columns.length)
      throw altered(`${name} has other columns than a backup keeps: ${foreign.join(', ')}`);
  }

  /** Removes the rows that a server has written by itself. */
  async clear(): Promise<void> {
    for (const { name } of [...this.#tables.values()].reverse())
      if ((await columnsOf(this.trx, name)).length > 0) await this.trx(name).delete();
  }

  begin(line: TableLine | null): void {
    this.#line = line;
    if (line && this.#tables.has(line.table)) this.#lines.push(line);
  }

  async load(rows: readonly Row[]): Promise<void> {
    if (!this.#line || rows.length === 0) return;
    if (this.#line.table === CREDENTIALS) return this.#seal(rows);
    await loadRows(this.trx, this.#line, rows);
  }

  /** Reads back what was written and compares it with what the archive holds. */
  async compare({ tables }: PartSums): Promise<void> {
    for (const line of this.#lines) {
      const kept = tables.find(({ table }) => table === line.table);
      const table = this.#tables.get(line.table)!;
      if (table.counted) await countOn(this.trx, table.name, table.counted);
      const all = await columnsOf(this.trx, line.table);
      const columns = line.columns.map((name) => all.find((column) => column.name === name)!);
      const read = await digestOf({ ...sectionOf(this.trx, table, columns), line });
      if (read.end().sha256 !== kept?.sha256)
        throw new Error(`The rows of ${line.table} are not those of the backup.`);
    }
  }

  async #seal(rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      const [user, name, sealed, lastFour] = row as [string, string, string, string | null];
      if (!this.#opens(sealed)) {
        this.lost.push({ user, name });
        continue;
      }
      const settings = this.trx('settings').where({ username_key: user });
      const stored = (await settings.clone().first()) as { document: string };
      const document = putBack(stored.document, { name, sealed, lastFour });
      await settings.clone().update({ document });
    }
  }

  #opens(sealed: string): boolean {
    if (this.opener === null) return true;
    try {
      this.opener.open(sealed);
      return true;
    } catch (error) {
      if (error instanceof SealBroken) return false;
      throw error;
    }
  }
}
