import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Columns } from '../../../domain/columns/columns.ts';
import type { Shape } from '../../../domain/columns/layout.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { GENESIS } from '../log/event-row.ts';
import { renewedColumns, wholeColumns, type ColumnSource } from './column-source.ts';
import { changedSince, goesOn, logEnd, type LogMark } from './log-mark.ts';

/** Columns, and the place in the user's log up to which they are true. */
interface Kept<S extends Shape> {
  readonly mark: LogMark;
  readonly columns: Columns<S>;
}

interface Use<S extends Shape> {
  readonly knex: Knex;
  readonly username: Username;
  readonly source: ColumnSource<S>;
}

/** When more trades than this have changed, everything is read anew. */
const MOST_CHANGED = 2_000;
const NAME_BYTES = 100;

/**
 * Columns of one book in memory, by user and source; the least recently used leave first. Each use compares
 * them with the end of the user's log in the database and reads again the trades that have changed since, so
 * changes by other processes count as well.
 */
export class KeptColumns {
  readonly #kept = new Map<string, Kept<Shape>>();
  /** Reads of whole books under way: concurrent questions share one. */
  readonly #reads = new Map<string, Promise<Kept<Shape>>>();
  #bytes = 0;

  constructor(private readonly mostBytes: number) {}

  /** The columns as of this call, or later. */
  async now<S extends Shape>(use: Use<S>): Promise<Columns<S>> {
    const known = this.#find(use);
    const end = await logEnd(use.knex, use.username, known?.mark);
    if (known && end && end.sequence === known.mark.sequence && end.hash === known.mark.hash)
      return known.columns;
    return (await this.with(use, async () => null)).columns;
  }

  /** The same, together with what `read` reads at the same moment. */
  async with<S extends Shape, T>(
    use: Use<S>,
    read: (moment: Knex, columns: Columns<S>) => Promise<T>,
  ): Promise<{ readonly columns: Columns<S>; readonly beside: T }> {
    for (;;) {
      const known = this.#find(use) ?? (await this.#whole(use));
      const found = await atOneMoment(use.knex, async (moment) => {
        const columns = await this.#renewed({ ...use, knex: moment }, known);
        return columns && { columns, beside: await read(moment, columns) };
      });
      if (found) return found;
      if (this.#kept.get(this.#key(use)) === known) this.#forget(this.#key(use));
    }
  }

  /** Null when the log does not continue from the known mark, or when too many trades have changed since. */
  async #renewed<S extends Shape>(use: Use<S>, known: Kept<S>): Promise<Columns<S> | null> {
    const { knex, username, source } = use;
    const end = await logEnd(knex, username, known.mark);
    // Without an account there is nothing to keep.
    if (!end) return known.columns.rows.size === 0 ? known.columns : null;
    if (!goesOn(known.mark, end)) return null;
    const ids = await changedSince(knex, username, known.mark.sequence);
    if (ids.length > MOST_CHANGED) return null;
    const columns = await renewedColumns(knex, username, source, { columns: known.columns, ids });
    this.#keep(use, { mark: { sequence: end.sequence, hash: end.hash }, columns });
    return columns;
  }

  /** The whole book as of the read: true up to the end that the log had before it, or later. */
  #whole<S extends Shape>(use: Use<S>): Promise<Kept<S>> {
    const key = this.#key(use);
    const under = (this.#reads.get(key) as Promise<Kept<S>> | undefined) ?? readWhole(use);
    this.#reads.set(key, under);
    return under.finally(() => this.#reads.delete(key));
  }

  #find<S extends Shape>(use: Use<S>): Kept<S> | undefined {
    const key = this.#key(use);
    const known = this.#kept.get(key) as Kept<S> | undefined;
    if (known) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
    }
    return known;
  }

  #keep<S extends Shape>(use: Use<S>, next: Kept<S>): void {
    const key = this.#key(use);
    const known = this.#kept.get(key);
    // Another read may have ended first, with this state or a later one.
    if (known && (known.mark.hash === next.mark.hash || known.mark.sequence > next.mark.sequence))
      return;
    this.#forget(key);
    this.#kept.set(key, next);
    this.#bytes += bytesOf(next);
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.mostBytes) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const known = this.#kept.get(key);
    if (known) this.#bytes -= bytesOf(known);
    this.#kept.delete(key);
  }

  #key({ username, source }: Use<Shape>): string {
    return JSON.stringify([username, source.kind]);
  }
}

async function readWhole<S extends Shape>({ knex, username, source }: Use<S>): Promise<Kept<S>> {
  const end = await logEnd(knex, username, undefined);
  const mark = end ? { sequence: end.sequence, hash: end.hash } : { sequence: 0, hash: GENESIS };
  return { mark, columns: await wholeColumns(knex, username, source) };
}

function bytesOf({ columns: { rows, names } }: Kept<Shape>): number {
  return rows.bytes + names.size * NAME_BYTES;
}
