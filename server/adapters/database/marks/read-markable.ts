import type { Knex } from 'knex';
import type { VenueName } from '../../../domain/venue.ts';
import type { Markable } from '../../../domain/trade/trade.ts';
import { fromColumns, namesOf, type Shape } from '../sql/record-shape.ts';
import { markFromJson } from '../trades/trade-codec.ts';
import { INSTRUMENT_COLUMNS, instrumentFromRow, plainRows, TradeRow } from '../trades/trade-row.ts';

const MARKABLE: Shape<Omit<Markable, 'instrument' | 'mark'>> = {
  id: 'text',
  username: 'text',
  venue: 'text',
  venueAccount: 'text',
  phase: 'text',
  side: 'text',
  filledQuantity: 'decimal',
  entryCost: 'decimal',
  entryUnderlyingPrice: 'decimal',
  openedAt: 'time',
  maxFavorableExcursion: 'decimal',
  maxAdverseExcursion: 'decimal',
  excursionsComplete: 'flag',
};

/** A quarter of a trade's columns: a tick reads every active trade, and little of each. */
const COLUMNS = [...namesOf(MARKABLE), ...INSTRUMENT_COLUMNS, 'mark'];

export async function readMarkable(knex: Knex, venue?: VenueName): Promise<readonly Markable[]> {
  const all = TradeRow.query(knex).whereIn('phase', ['PENDING', 'OPEN']);
  if (venue) void all.where('venue', venue);
  const rows = await plainRows(all.orderBy(['username', 'id']).select(COLUMNS));
  return rows.map((row) => ({
    ...fromColumns(row, MARKABLE),
    instrument: instrumentFromRow(row),
    mark: row.mark === null ? null : markFromJson(row.mark),
  }));
}
