import type { Knex } from 'knex';
import { SqlBacktestEvidence } from '../adapters/database/strategies/sql-backtest-evidence.ts';
import { SqlRungMoves } from '../adapters/database/strategies/sql-rung-moves.ts';
import { SqlRunEvidence } from '../adapters/database/runs/sql-run-evidence.ts';
import { SqlStrategyRuns } from '../adapters/database/runs/sql-strategy-runs.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { Book } from '../ports/book.ts';
import type { ReadDriftEvidence } from '../ports/drift-evidence.ts';
import { ChangeRung } from '../usecases/promotion/change-rung.ts';
import { DemoteByEvidence } from '../usecases/promotion/demote-by-evidence.ts';
import { LookAheads } from '../usecases/promotion/look-aheads.ts';
import type { PromotionDeps, RunsOfBook } from '../usecases/promotion/promotion-deps.ts';
import { ReadPromotion } from '../usecases/promotion/read-promotion.ts';
import type { RunBooks } from '../usecases/run-control/run-books.ts';
import type { StopStrategy } from '../usecases/run-control/stop-strategy.ts';
import type { StrategyDeps } from '../usecases/strategies/strategy-deps.ts';
import { WorkData } from '../usecases/strategies/work-data.ts';
import type { Databases } from './databases.ts';

interface PromotionParts {
  readonly databases: Pick<Databases, 'desk' | 'paper' | 'real'>;
  readonly books: Readonly<Record<TradingMode, Pick<Book, 'change'>>>;
  readonly runs: RunBooks;
  readonly stop: StopStrategy;
  readonly deps: StrategyDeps;
  readonly drift: ReadDriftEvidence;
}

/** The ladder of strategies: its gates, the way up and down, and the job that demotes. */
export function composePromotion({ databases, books, runs, stop, deps, drift }: PromotionParts) {
  const backtests = new SqlBacktestEvidence(databases.desk);
  const lookAheads = new LookAheads({ ...deps, backtests }, new WorkData(deps));
  const inBook = (mode: TradingMode, knex: Knex): RunsOfBook => ({
    runs: new SqlStrategyRuns(knex, mode),
    evidence: new SqlRunEvidence(knex),
    book: books[mode],
  });
  const parts: PromotionDeps = {
    ...{ ...deps, backtests, lookAheads, drift },
    moves: new SqlRungMoves(databases.desk),
    stopReal: async ({ username, id }, by) => {
      const run = await runs.REAL?.runs.newestOf(username, id);
      if (runs.REAL && run) await stop.stop(runs.REAL, run, by);
    },
    books: { PAPER: inBook('PAPER', databases.paper), REAL: inBook('REAL', databases.real) },
  };
  const promotion = new ReadPromotion(parts);
  return {
    api: { promotion, rungs: new ChangeRung(parts, promotion) },
    demote: new DemoteByEvidence(parts, promotion),
    stop: () => lookAheads.stop(),
  };
}

export type Promotion = ReturnType<typeof composePromotion>;
