import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { Model } from 'objection';
import type { Snapshot } from '../../../domain/market/mark.ts';
import { fromColumns } from '../sql/record-shape.ts';
import { SNAPSHOT } from '../trades/trade-shape.ts';

/** Written only by `write-marks.ts`, many at a time. */
export class SnapshotRow extends Model {
  static override tableName = 'snapshots';

  declare id: string;
  declare username: Username;
  declare trade_id: string;
  declare kind: string;
  declare taken_at: number;
}

export function snapshotFromRow(row: SnapshotRow): Snapshot {
  return fromColumns(row, SNAPSHOT);
}

/** A trade's last snapshot at or before an instant. */
export async function snapshotAt(
  knex: Knex,
  username: Username,
  tradeId: TradeId,
  at: Date,
): Promise<Snapshot | null> {
  const row = await SnapshotRow.query(knex)
    .where({ username, trade_id: tradeId })
    .where('taken_at', '<=', at.getTime())
    .orderBy([
      { column: 'taken_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first();
  return row ? snapshotFromRow(row) : null;
}
