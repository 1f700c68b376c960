import { venueInstrument } from '../../../domain/matching/venue-state.ts';
import { SHADOWS, shadowRow, type ShadowShape } from '../../../domain/statistics/shadow-columns.ts';
import { VENUES, type VenueName } from '../../../domain/venue.ts';
import { fillsSeen } from '../marks/fills-seen.ts';
import { tradesAmong } from '../sql/chunks.ts';
import type { ColumnSource } from './column-source.ts';
import { FACT_COLUMNS, factsFromRow, type FactsRow } from './facts-row.ts';

/** Fills of a simulated venue are the desk's own work and show nothing of a market. */
const TRUE_VENUES = (Object.keys(VENUES) as VenueName[]).filter((name) => !VENUES[name].simulated);

/** The fills of closed trades at venues that are not simulated. Tokens have no market of two sides. */
export const SHADOW_FILLS: ColumnSource<ShadowShape> = {
  kind: 'shadows',
  layout: SHADOWS,
  rows: async (knex, username, ids, names) => {
    const closed = await tradesAmong(knex, username, ids)
      .where('trades.phase', 'CLOSED')
      .whereNotNull('trades.net_sign')
      .whereIn('trades.venue', TRUE_VENUES)
      .whereNot('trades.asset_class', 'TOKEN')
      .select<FactsRow[]>(FACT_COLUMNS);
    const facts = new Map(closed.map((row) => [row.id, factsFromRow(row)]));
    const fills = await fillsSeen(knex, username, [...facts.keys()]);
    return fills.map((fill) => {
      const trade = facts.get(fill.tradeId)!;
      return shadowRow(trade, fill, venueInstrument(trade.symbol), names);
    });
  },
};
