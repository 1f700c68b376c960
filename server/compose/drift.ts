import { SqlDriftStore } from '../adapters/database/drift/sql-drift-store.ts';
import { SqlStrategyRuns } from '../adapters/database/runs/sql-strategy-runs.ts';
import type { Book } from '../ports/book.ts';
import type { Clock } from '../ports/clock.ts';
import type { SettingsStore } from '../ports/desk.ts';
import {
  BacktestReference,
  type BacktestReferenceDeps,
} from '../usecases/drift/backtest-reference.ts';
import type { ExpectedTrades } from '../usecases/drift/expected-trades.ts';
import { KeptDrift } from '../usecases/drift/kept-drift.ts';
import { ReadDrift } from '../usecases/drift/read-drift.ts';
import { ReckonDrift } from '../usecases/drift/reckon-drift.ts';
import { TwinReference } from '../usecases/drift/twin-reference.ts';
import type { Databases } from './databases.ts';

interface ServedBook {
  readonly book: Pick<Book, 'figures' | 'change'>;
}

export interface DriftParts {
  readonly databases: Pick<Databases, 'paper' | 'real'>;
  readonly paper: ServedBook;
  readonly real: ServedBook;
  /** What backtests are run with. */
  readonly engine: Pick<BacktestReferenceDeps, 'kinds' | 'pool' | 'digest'>;
  readonly shared: { readonly settings: SettingsStore; readonly clock: Clock };
}

/** Compares strategies' trades with their references: a backtest for PAPER, PAPER for REAL. */
export function composeDrift({ databases, shared, engine, ...books }: DriftParts) {
  const { settings, clock } = shared;
  const paper = {
    book: books.paper.book,
    store: new SqlDriftStore(databases.paper, 'PAPER'),
    runs: new SqlStrategyRuns(databases.paper, 'PAPER'),
  };
  const real = {
    book: books.real.book,
    store: new SqlDriftStore(databases.real, 'REAL'),
    runs: new SqlStrategyRuns(databases.real, 'REAL'),
  };
  const backtest = new BacktestReference({ ...engine, store: paper.store, settings });
  const side = (own: typeof paper, expected: ExpectedTrades) => {
    const kept = new KeptDrift(own.store);
    return {
      kept,
      read: new ReadDrift(own.book, kept),
      reckon: new ReckonDrift({ ...own, expected, clock }),
    };
  };
  return { PAPER: side(paper, backtest), REAL: side(real, new TwinReference(paper)) };
}

export type Drift = ReturnType<typeof composeDrift>;
