import type { Knex } from 'knex';
import type { PriceStore } from '../../../ports/price-rounds.ts';
import { SqlPriceMinutes } from './sql-price-minutes.ts';
import { SqlPriceRounds } from './sql-price-rounds.ts';
import { SqlTokenFacts } from './sql-token-facts.ts';
import { SqlWatchedMints } from './sql-watched-mints.ts';
import type { MarketName } from './token-ids.ts';

/** One market's prices in the desk's database. */
export function sqlPriceStore(knex: Knex, market: MarketName): PriceStore {
  const tables = { knex, market };
  return {
    watches: new SqlWatchedMints(tables),
    facts: new SqlTokenFacts(tables),
    rounds: new SqlPriceRounds(tables),
    minutes: new SqlPriceMinutes(tables),
  };
}
