import { Model } from 'objection';
import type { Snapshot } from '../../domain/market/mark.ts';
import { fromColumns } from './record-shape.ts';
import { SNAPSHOT } from './trade-shape.ts';

/** Written by `write-marks.ts` only, many at a time. */
export class SnapshotRow extends Model {
  static override tableName = 'snapshots';

  declare id: string;
  declare username: string;
  declare trade_id: string;
  declare kind: string;
  declare taken_at: number;
}

export function snapshotFromRow(row: SnapshotRow): Snapshot {
  return fromColumns(row, SNAPSHOT);
}
