import type { Config } from '../config.ts';
import type { ReadDriftEvidence } from '../ports/drift-evidence.ts';
import type { MarketReader } from '../ports/market-reader.ts';
import { ReadCalibrations } from '../usecases/book/read-calibrations.ts';
import { driftOfStrategy } from '../usecases/drift/drift-of-strategy.ts';
import type { Core } from './core.ts';
import { composeDrift, type Drift } from './drift.ts';
import { composePromotion } from './promotion.ts';
import { runBooks } from './run-control.ts';
import { composeStrategies } from './strategies.ts';

type Books = Parameters<typeof runBooks>[1];

interface Trading extends Books {
  readonly market: MarketReader;
}

/** Strategies with their backtests, their drift from those, and the ladder that follows from both. */
export function composeStrategySide(
  { strategiesDir: folder }: Config,
  { databases, shared }: Core,
  { paper, real, market }: Trading,
) {
  const books = runBooks(databases, { paper, real });
  const calibrations = new ReadCalibrations([real.book, paper.book]);
  const strategies = composeStrategies({
    ...{ ...shared, knex: databases.desk, folder },
    ...{ paper: paper.book, market, books, calibrations },
  });
  const drift = composeDrift({ databases, shared, paper, real, engine: strategies.engine });
  const promotion = composePromotion({
    ...{ databases, deps: strategies.deps, books: { PAPER: paper.book, REAL: real.book } },
    ...{ runs: books, stop: strategies.api.control.stop, drift: driftEvidence(drift) },
  });
  const stop = async () => {
    // The checks of backtests end before the threads in which they run.
    await promotion.stop();
    await strategies.stop();
  };
  return { strategies: { ...strategies, stop }, promotion, drift, calibrations };
}

export function driftEvidence(drift: Drift): ReadDriftEvidence {
  return (mode, username, strategyId, since) =>
    driftOfStrategy(drift[mode].kept, username, strategyId, since);
}
