import type { TradeId, Username } from '../../../domain/ids.ts';
import { Model } from 'objection';
import type { Account, Position } from '../../../domain/account/account.ts';
import type { TradingMode } from '../../../domain/mode.ts';
import { fromColumns, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';

const ACCOUNT: Shape<Account> = {
  username: 'text',
  cash: 'decimal',
  deposits: 'decimal',
  realizedPnl: 'decimal',
  fees: 'decimal',
  killSwitch: 'text',
  sequence: 'number',
  hash: 'text',
};

export class AccountRow extends Model {
  static override tableName = 'accounts';
  static override idColumn = 'username';

  declare username: Username;
}

export function accountToRow(account: Account): Columns {
  return toColumns(account, ACCOUNT);
}

export function accountFromRow(row: object): Account {
  return fromColumns(row, ACCOUNT);
}

type KeptPosition = Omit<Position, 'mode' | 'tradeIds'>;

const POSITION: Shape<KeptPosition> = {
  symbol: 'text',
  underlying: 'text',
  assetClass: 'text',
  quantity: 'decimal',
  costBasis: 'decimal',
};

export class PositionRow extends Model {
  static override tableName = 'positions';
  static override idColumn = ['username', 'symbol'];

  declare username: Username;
  declare symbol: string;
}

export function positionToRow(position: KeptPosition, username: Username): Columns {
  return { ...toColumns(position, POSITION), username };
}

export function positionFromRow(
  row: PositionRow,
  mode: TradingMode,
  tradeIds: readonly TradeId[],
): Position {
  return { ...fromColumns<KeptPosition>(row, POSITION), mode, tradeIds };
}
