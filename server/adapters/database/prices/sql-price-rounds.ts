import type { Mint } from '../../../domain/ids.ts';
import { grouped } from '../../../domain/grouped.ts';
import type { PriceRound } from '../../../domain/price/observation.ts';
import type { PriceRounds } from '../../../ports/price-rounds.ts';
import { among, chunksOf } from '../sql/chunks.ts';
import { rawRows } from '../sql/dialect.ts';
import { roundFromRow, roundToRow, type RoundRow } from './round-row.ts';
import { idsOf, type MarketTables } from './token-ids.ts';

/** Rows that one statement deletes: other writers wait no longer than a moment for it. */
const PRUNED_AT_ONCE = 2_000;

/**
 * The time of each token's round from which on it has no more than so many; 0 where it has fewer. It walks
 * the primary key backwards, once for each token.
 */
const LAST = `COALESCE((SELECT past.at FROM price_rounds AS past WHERE past.token_id = tokens.id
  ORDER BY past.at DESC LIMIT 1 OFFSET ?), 0)`;

/** The oldest rows of each token lie at the beginning of its part of the primary key. */
const PRUNE = `DELETE FROM price_rounds WHERE (token_id, at) IN (
  SELECT rounds.token_id, rounds.at FROM tokens
  JOIN price_rounds AS rounds ON rounds.token_id = tokens.id AND rounds.at < ?
  WHERE tokens.market = ? LIMIT ?) RETURNING 1 AS gone`;

export class SqlPriceRounds implements PriceRounds {
  constructor(private readonly tables: MarketTables) {}

  async record(rounds: readonly PriceRound[]): Promise<void> {
    if (rounds.length === 0) return;
    const ids = await idsOf(
      this.tables,
      rounds.map(({ mint }) => mint),
    );
    const rows = rounds.map((round) => ({ token_id: ids.get(round.mint), ...roundToRow(round) }));
    for (const some of chunksOf(rows))
      await this.tables.knex('price_rounds').insert(some).onConflict(['token_id', 'at']).ignore();
  }

  async latest(
    mints: readonly Mint[],
    limit: number,
  ): Promise<ReadonlyMap<Mint, readonly PriceRound[]>> {
    if (mints.length === 0) return new Map();
    const { knex, market } = this.tables;
    const rows = await knex('tokens')
      .join('price_rounds', (join) =>
        join
          .on('price_rounds.token_id', 'tokens.id')
          .andOn('price_rounds.at', '>=', knex.raw(LAST, [limit - 1])),
      )
      .where('tokens.market', market)
      .where(among(knex, 'tokens.mint', mints))
      .orderBy('price_rounds.at')
      .select<(RoundRow & { mint: Mint })[]>('tokens.mint', 'price_rounds.*');
    const byMint = grouped(rows, ({ mint }) => mint);
    return new Map(
      [...byMint].map(([mint, own]) => [mint, own.map((row) => roundFromRow(mint, row))]),
    );
  }

  async prune(before: Date): Promise<void> {
    const { knex, market } = this.tables;
    const values = [before.getTime(), market, PRUNED_AT_ONCE];
    while ((await rawRows(knex, PRUNE, values)).length === PRUNED_AT_ONCE);
  }
}
