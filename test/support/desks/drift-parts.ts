import { createHash } from 'node:crypto';
import { SqlDriftStore } from '../../../server/adapters/database/drift/sql-drift-store.ts';
import type { BacktestPool } from '../../../server/ports/backtest-pool.ts';
import { BacktestReference } from '../../../server/usecases/drift/backtest-reference.ts';
import { KeptDrift } from '../../../server/usecases/drift/kept-drift.ts';
import { ReadDrift } from '../../../server/usecases/drift/read-drift.ts';
import { ReckonDrift } from '../../../server/usecases/drift/reckon-drift.ts';
import type { LiveRunsDesk, RunServer } from './live-runs-desk.ts';

/** What compares the runs of a desk with their references, by one server. `version`: of every kind’s code. */
export function driftParts(
  { settings, clock }: LiveRunsDesk,
  { knex, store: runs, book }: RunServer,
  { pool, version }: { readonly pool: BacktestPool; readonly version: string },
) {
  const store = new SqlDriftStore(knex, 'PAPER');
  const kept = new KeptDrift(store);
  const expected = new BacktestReference({
    ...{ runs, pool, settings },
    kinds: { find: async () => ({ version }) as never },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  });
  const reckon = new ReckonDrift({ store, runs, expected, book, clock });
  return { store, kept, expected, reckon, read: new ReadDrift(book, kept) };
}
