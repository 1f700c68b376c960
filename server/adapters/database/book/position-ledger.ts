import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Position } from '../../../domain/account/account.ts';
import type { TradingMode } from '../../../domain/mode.ts';
import { ZERO, type Decimal } from '../../../domain/decimal.ts';
import { type Trade } from '../../../domain/trade/trade.ts';
import { directionOf } from '../../../domain/order/order.ts';
import { positionFromRow, positionToRow } from './account-row.ts';
import { exactDifference, exactSum } from '../sql/exact-sum.ts';

type Part = Pick<Trade, 'side' | 'openQuantity' | 'openCost'>;

/**
 * Moves the user's position in the trade's instrument by the change in the trade's part of it. A long and a
 * short trade at different costs may add up to quantity zero. The row then stays for its cost, because cash
 * and positions at cost must add up.
 */
export async function movePosition(
  trx: Knex.Transaction,
  before: Part | null,
  after: Trade,
): Promise<void> {
  const quantity = exactDifference(held(after), before ? held(before) : ZERO);
  const cost = exactDifference(after.openCost, before ? before.openCost : ZERO);
  if (quantity.isZero() && cost.isZero()) return;

  const { symbol, underlying, assetClass } = after.instrument;
  const { username, mode } = after;
  const row = await trx('positions').where({ username, symbol }).first<object | undefined>();
  const stood = row ? positionFromRow(row, mode, []) : { quantity: ZERO, costBasis: ZERO };
  const position = {
    symbol,
    underlying,
    assetClass,
    quantity: exactSum(stood.quantity, quantity),
    costBasis: exactSum(stood.costBasis, cost),
  };
  if (position.quantity.isZero() && position.costBasis.isZero()) {
    await trx('positions').where({ username, symbol }).delete();
    return;
  }
  await trx('positions')
    .insert(positionToRow(position, username))
    .onConflict(['username', 'symbol'])
    .merge();
}

function held(trade: Part): Decimal {
  return trade.openQuantity.times(directionOf(trade.side));
}

/** The user's positions by symbol, each with the trades that hold it, oldest first. */
export async function heldPositions(
  knex: Knex,
  username: Username,
  mode: TradingMode,
): Promise<readonly Position[]> {
  const rows = (await knex('positions').where({ username }).orderBy('symbol')) as {
    symbol: string;
  }[];
  const held = await knex('trades')
    .where({ username })
    .select<{ id: TradeId; symbol: string }[]>('id', 'symbol')
    .whereNot('open_quantity', '0')
    .orderBy(['placed_at', 'id']);
  return rows.map((row) => {
    const ids = held.filter((trade) => trade.symbol === row.symbol).map(({ id }) => id);
    return positionFromRow(row, mode, ids);
  });
}
