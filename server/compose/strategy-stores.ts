import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { SqlBacktestQueue } from '../adapters/database/strategies/sql-backtest-queue.ts';
import { SqlBacktestRoom } from '../adapters/database/strategies/sql-backtest-room.ts';
import { SqlBacktests } from '../adapters/database/strategies/sql-backtests.ts';
import { SqlDataSets } from '../adapters/database/strategies/sql-data-sets.ts';
import { SqlStrategies } from '../adapters/database/strategies/sql-strategies.ts';

/** Where strategies, their backtests and their data are stored. */
export function strategyStores(knex: Knex) {
  return {
    strategies: new SqlStrategies(knex),
    reads: new SqlBacktests(knex),
    queue: new SqlBacktestQueue(knex, randomUUID()),
    room: new SqlBacktestRoom(knex),
    dataSets: new SqlDataSets(knex),
  };
}
