import type { Knex } from 'knex';
import type { Mint } from '../../../domain/ids.ts';
import type { TokenMarketName } from '../../../domain/instrument/instrument.ts';
import { ACTIVE } from './orders-at-venue.ts';

/** Mints of one market that a trade of any user holds or waits for, each once. */
export async function heldMints(knex: Knex, market: TokenMarketName): Promise<readonly Mint[]> {
  const held = knex('trades').whereIn('phase', ACTIVE).where('token_market', market);
  return held.distinct('symbol').orderBy('symbol').pluck<Mint[]>('symbol');
}
