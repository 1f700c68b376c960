import type { Knex } from 'knex';
import { SqlLeases } from '../adapters/database/desk/sql-leases.ts';
import { SqlStrategyRuns } from '../adapters/database/runs/sql-strategy-runs.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import type { TradingMode } from '../domain/mode.ts';
import { beatMs, StrategyPulse } from '../loops/strategy-pulse.ts';
import type { Book } from '../ports/book.ts';
import type { MarketReader } from '../ports/market-reader.ts';
import type { BookDesk } from '../usecases/book-desk.ts';
import { RunStrategies } from '../usecases/runs/run-strategies.ts';
import type { Core } from './core.ts';
import type { Shared } from './shared.ts';
import type { Strategies } from './strategies.ts';

interface ServedBook<M extends TradingMode> {
  readonly desk: BookDesk<M>;
  readonly book: Book<M>;
}

interface Books {
  readonly paper: ServedBook<'PAPER'>;
  /** `live` null: nothing runs with real money. */
  readonly real: ServedBook<'REAL'> & { readonly live: object | null };
}

type Config = Pick<SharedConfig, 'cadence' | 'testClock'>;

interface Parts {
  readonly strategies: Pick<Strategies, 'live'>;
  readonly market: MarketReader;
}

/** Serves the strategies that run in each book; neither book waits for the other. */
export function composeRuns(
  config: Config,
  { shared, databases }: Pick<Core, 'shared' | 'databases'>,
  { paper, real }: Books,
  parts: Parts,
) {
  const pulses = [
    pulseOf(config, shared, { ...paper, knex: databases.paper }, parts),
    ...(real.live ? [pulseOf(config, shared, { ...real, knex: databases.real }, parts)] : []),
  ];
  return {
    start: () => {
      for (const pulse of pulses) pulse.start();
    },
    stop: async () => void (await Promise.all(pulses.map((pulse) => pulse.stop()))),
  };
}

function pulseOf<M extends TradingMode>(
  { cadence, testClock }: Config,
  shared: Shared,
  { desk, book, knex }: ServedBook<M> & { readonly knex: Knex },
  { strategies, market }: Parts,
): StrategyPulse {
  const runs = new RunStrategies({
    ...{ ...shared, ...strategies.live, market, mode: desk.mode, book },
    runs: new SqlStrategyRuns(knex, desk.mode),
    ...{ door: desk.strategyDoor, trading: desk.trading },
    leases: new SqlLeases(knex, shared.ids.next()),
    quoteMs: cadence.snapshot * 1_000,
  });
  return new StrategyPulse(runs, beatMs(testClock?.speed ?? 1), shared.log);
}
