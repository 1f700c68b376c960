import type { Username } from '../../../domain/ids.ts';
import { Model } from 'objection';
import type { Settlement, Trade } from '../../../domain/trade/trade.ts';
import { fromColumns, toColumns, type Columns } from '../sql/record-shape.ts';
import { SETTLEMENT } from './trade-shape.ts';

export class SettlementRow extends Model {
  static override tableName = 'settlements';
  static override idColumn = 'trade_id';

  declare trade_id: string;
  declare username: Username;
}

export function settlementToRow(trade: Trade, settlement: Settlement): Columns {
  return {
    trade_id: trade.id,
    username: trade.username,
    ...toColumns(settlement, SETTLEMENT),
  };
}

export function settlementFromRow(row: SettlementRow): Settlement {
  return fromColumns(row, SETTLEMENT);
}
