import type { Username } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type {
  DataImport,
  FileForm,
  FileReader,
  ImportedSet,
  OpenFile,
  Refused,
} from '../../ports/data-files.ts';
import type { ChangedSeries, DataSeries, DataSet } from '../../ports/data-sets.ts';
import type { Spools } from '../../ports/spools.ts';
import { hashOf } from './load-data.ts';
import { tell, type StrategyDeps } from './strategy-deps.ts';
import { UserLanes } from './user-lanes.ts';

const NAME = /^[A-Za-z0-9._-]{1,64}$/;
const MOST_SETS = 100;
/** The most rows in all sets of a user: a gigabyte or two as they are stored. */
const MOST_ROWS = 50_000_000;
/** Files that are received at once: the rest wait, and their senders with them. */
const COMING = { own: 1, all: 16 } as const;
/** Files that are read at once, each received whole: no import waits for a slow sender. */
const READING = { own: 1, all: 2 } as const;
/** Tries while several servers import into one set: each merges with what the other has stored. */
const MOST_TRIES = 5;

export type ImportDeps = Pick<StrategyDeps, 'dataSets' | 'paper' | 'clock' | 'ids' | 'digest'> & {
  readonly files: FileReader;
  readonly spools: Spools;
};

/** Adds the rows of a file to a user's set, all of them or none. */
export class ImportData implements DataImport {
  readonly #coming = new UserLanes(COMING);
  readonly #reading = new UserLanes(READING);

  constructor(private readonly deps: ImportDeps) {}

  /** @throws {Refusal} RATE_LIMITED with too many sets; whatever the body throws. */
  async execute(
    username: Username,
    { name, form }: { readonly name: string; readonly form: FileForm },
    body: AsyncIterable<Uint8Array>,
  ): Promise<ImportedSet | Refused> {
    if (!NAME.test(name)) return refused('name', 'A name has 1 to 64 of A-Z a-z 0-9 . _ -.');
    return this.#coming.in(username, async () => {
      const spool = await this.deps.spools.open();
      try {
        for await (const piece of body) await spool.add(piece);
        const asked = { username, name, form };
        return await this.#reading.in(username, () => this.#read(asked, spool.read()));
      } finally {
        await spool.close();
      }
    });
  }

  async #read(
    { username, name, form }: Pick<DataSet, 'username' | 'name'> & { readonly form: FileForm },
    body: AsyncIterable<Uint8Array>,
  ): Promise<ImportedSet | Refused> {
    const file = this.deps.files.open(form);
    try {
      for await (const piece of body) await file.add(piece);
      return await this.#store(username, name, file);
    } finally {
      await file.close();
    }
  }

  async #store(username: Username, name: string, file: OpenFile): Promise<ImportedSet | Refused> {
    const { dataSets } = this.deps;
    const read = await file.end();
    if ('errors' in read) return read;
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const sets = await dataSets.of(username);
      const before = sets.find((each) => each.name === name) ?? null;
      if (!before && sets.length >= MOST_SETS)
        return refused('name', `A user has at most ${MOST_SETS} data sets.`);
      const there = before ? await dataSets.series(before) : [];
      const same = seriesNamed(there, read.series);
      const stored = before ? await dataSets.columns(before, same) : [];
      const merged = await file.merge(stored);
      if ('errors' in merged) return merged;
      const set = this.#setOf({ username, name, before }, there, merged.changed);
      const rows = sets.reduce((sum, each) => sum + (each === before ? 0 : each.rows), set.rows);
      if (rows > MOST_ROWS) return refused('name', tooMany(rows));
      if (await dataSets.put(set, merged.changed)) return this.#told(set);
    }
    throw new Refusal('RATE_LIMITED', 'Another import into this set is running: try again.', {
      retryAfterMs: 1_000,
    });
  }

  #setOf(
    {
      username,
      name,
      before,
    }: Pick<DataSet, 'username' | 'name'> & { readonly before: DataSet | null },
    there: readonly DataSeries[],
    changed: readonly ChangedSeries[],
  ): DataSet {
    const { ids, clock, digest } = this.deps;
    const series = withChanged(there, changed);
    const hashes = series.map(({ hash }) => hash);
    const id = before?.id ?? `data_${ids.next()}`;
    return {
      ...{ id, username, name, hash: hashOf(digest, hashes) },
      ...{ version: (before?.version ?? 0) + 1, createdAt: before?.createdAt ?? clock.now() },
      rows: series.reduce((sum, { rows }) => sum + rows, 0),
    };
  }

  async #told(set: DataSet): Promise<ImportedSet> {
    const { id, name, rows, hash } = set;
    await tell(
      this.deps,
      { username: set.username },
      {
        type: 'DATA_IMPORTED',
        message: `The data set ${name} has ${rows} rows now.`,
        detail: { dataSetId: id, name, rows, hash },
      },
    );
    return { id, name, rows, hash };
  }
}

type Named = Pick<DataSeries, 'symbol' | 'kind' | 'interval'>;

function keyOf({ symbol, kind, interval }: Named): string {
  return JSON.stringify([symbol, kind, interval]);
}

/** Those of a set's series for which a file has rows. */
function seriesNamed(there: readonly DataSeries[], read: readonly Named[]): readonly DataSeries[] {
  const named = new Set(read.map(keyOf));
  return there.filter((each) => named.has(keyOf(each)));
}

function withChanged(
  before: readonly DataSeries[],
  changed: readonly ChangedSeries[],
): readonly DataSeries[] {
  const all = new Map(before.map((each) => [keyOf(each), each]));
  for (const { series } of changed) all.set(keyOf(series), series);
  return [...all.values()];
}

function tooMany(rows: number): string {
  const [most, all] = [MOST_ROWS, rows].map((count) => count.toLocaleString('en-US'));
  return `A user’s data sets have at most ${most} rows together, with this file ${all}: delete one that is not needed.`;
}

function refused(field: string, reason: string): Refused {
  return { errors: [{ line: 1, field, reason }] };
}
