import { DRIFT, driftRow, type DriftColumns } from '../../domain/drift/drift-columns.ts';
import { Names } from '../../domain/columns/names.ts';
import { RowSet } from '../../domain/columns/row-set.ts';
import type { Username } from '../../domain/ids.ts';
import type { DriftStore } from '../../ports/drift-store.ts';

interface Kept {
  readonly revision: number;
  readonly columns: DriftColumns;
}

/** Users whose rows stay in memory. */
const MOST_USERS = 200;
/** The most changes in one read. */
const PAGE = 2_000;

/** Users' rows of drift in memory: a look reads only what has changed since the last one, on any server. */
export class KeptDrift {
  readonly #kept = new Map<Username, Kept>();

  constructor(private readonly store: Pick<DriftStore, 'changes'>) {}

  /** The same object as long as nothing in it changes. */
  async of(username: Username): Promise<DriftColumns> {
    let kept = this.#kept.get(username) ?? {
      revision: 0,
      columns: { rows: RowSet.of(DRIFT, []), names: new Names() },
    };
    for (;;) {
      const changes = await this.store.changes(username, kept.revision, PAGE);
      if (changes.length > 0) {
        const { names, rows } = kept.columns;
        const ids = new Set(changes.map(({ id }) => id));
        const now = changes.flatMap(({ row }) => (row ? [driftRow(row, names)] : []));
        const { revision } = changes.at(-1)!;
        kept = { revision, columns: { rows: rows.with(ids, now), names } };
      }
      if (changes.length < PAGE) return this.#keep(username, kept);
    }
  }

  #keep(username: Username, next: Kept): DriftColumns {
    const known = this.#kept.get(username);
    // Another look may have ended first, with this state or a later one.
    const kept = known && known.revision >= next.revision ? known : next;
    this.#kept.delete(username);
    this.#kept.set(username, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_USERS) break;
      this.#kept.delete(oldest);
    }
    return kept.columns;
  }
}
