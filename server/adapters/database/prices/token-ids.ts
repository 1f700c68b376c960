import type { Knex } from 'knex';
import type { Mint } from '../../../domain/ids.ts';
import { among, chunksOf } from '../sql/chunks.ts';

/** Solana's tokens are priced from Jupiter and DexScreener, the demo's by the simulation alone. */
export type MarketName = 'SOLANA' | 'SIMULATED';

/** One market's rows in the tables of all markets: the same mint has another number in another market. */
export interface MarketTables {
  readonly knex: Knex;
  readonly market: MarketName;
}

/** The tokens of this market among these mints. */
export function tokensAmong({ knex, market }: MarketTables, mints: readonly Mint[]) {
  return knex('tokens')
    .where('tokens.market', market)
    .where(among(knex, 'tokens.mint', mints));
}

/** The number of each mint; a mint without one gets one. */
export async function idsOf(
  tables: MarketTables,
  mints: readonly Mint[],
): Promise<ReadonlyMap<Mint, number>> {
  const known = await numbered(tables, mints);
  const missing = mints.filter((mint) => !known.has(mint));
  if (missing.length === 0) return known;
  const { knex, market } = tables;
  for (const some of chunksOf(missing))
    await knex('tokens')
      .insert(some.map((mint) => ({ market, mint })))
      .onConflict(['market', 'mint'])
      .ignore();
  return numbered(tables, mints);
}

async function numbered(
  tables: MarketTables,
  mints: readonly Mint[],
): Promise<ReadonlyMap<Mint, number>> {
  const rows = await tokensAmong(tables, mints).select<{ id: number; mint: Mint }[]>('id', 'mint');
  return new Map(rows.map(({ id, mint }) => [mint, id]));
}
