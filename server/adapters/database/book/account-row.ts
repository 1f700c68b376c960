import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Account, Position } from '../../../domain/account/account.ts';
import type { TradingMode } from '../../../domain/mode.ts';
import { fromColumns, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';
import { UnknownAccount } from './unknown-account.ts';

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

export function accountToRow(account: Account): Columns {
  return toColumns(account, ACCOUNT);
}

export function accountFromRow(row: object): Account {
  return fromColumns(row, ACCOUNT);
}

/** Null: no account is open for the user. */
export async function findAccount(knex: Knex, username: Username): Promise<Account | null> {
  const row = await knex('accounts').where({ username }).first<object | undefined>();
  return row ? accountFromRow(row) : null;
}

/** @throws {UnknownAccount} */
export async function storedAccount(knex: Knex, username: Username): Promise<Account> {
  const account = await findAccount(knex, username);
  if (!account) throw new UnknownAccount(`No account is open for ${username}.`);
  return account;
}

type KeptPosition = Omit<Position, 'mode' | 'tradeIds'>;

const POSITION: Shape<KeptPosition> = {
  symbol: 'text',
  underlying: 'text',
  assetClass: 'text',
  quantity: 'decimal',
  costBasis: 'decimal',
};

export function positionToRow(position: KeptPosition, username: Username): Columns {
  return { ...toColumns(position, POSITION), username };
}

export function positionFromRow(
  row: object,
  mode: TradingMode,
  tradeIds: readonly TradeId[],
): Position {
  return { ...fromColumns<KeptPosition>(row, POSITION), mode, tradeIds };
}
