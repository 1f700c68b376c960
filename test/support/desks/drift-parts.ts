import { createHash } from 'node:crypto';
import { SqlDriftStore } from '../../../server/adapters/database/drift/sql-drift-store.ts';
import type { StrategyRun } from '../../../server/domain/strategy/strategy-run.ts';
import type { BacktestPool } from '../../../server/ports/backtest-pool.ts';
import { BacktestReference } from '../../../server/usecases/drift/backtest-reference.ts';
import { KeptDrift } from '../../../server/usecases/drift/kept-drift.ts';
import { ReadDrift } from '../../../server/usecases/drift/read-drift.ts';
import { ReckonDrift } from '../../../server/usecases/drift/reckon-drift.ts';
import { recordOf } from '../../../server/usecases/drift/run-record.ts';
import type { LiveRunsDesk, RunServer } from './live-runs-desk.ts';

/** One server's parts that compare runs with their references. `version`: the version of every kind’s code. */
export function driftParts(
  { settings, clock }: LiveRunsDesk,
  { knex, store: runs, book }: RunServer,
  { pool, version }: { readonly pool: BacktestPool; readonly version: string },
) {
  const store = new SqlDriftStore(knex, 'PAPER');
  const kept = new KeptDrift(store);
  const expected = new BacktestReference({
    ...{ store, pool, settings },
    kinds: { find: async () => ({ version }) as never },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  });
  const reckon = new ReckonDrift({ store, runs, expected, book, clock });
  const should = async (run: StrategyRun, until: Date) =>
    expected.of(run, until, await recordOf({ store, runs }, run));
  return { store, kept, expected, should, reckon, read: new ReadDrift(book, kept) };
}
