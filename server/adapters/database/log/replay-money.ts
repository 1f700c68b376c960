import type { Knex } from 'knex';
import type { LoggedMoney } from '../../../domain/book/log-check.ts';
import { dec, ZERO, type Decimal } from '../../../domain/decimal.ts';
import type { TradeId, Username } from '../../../domain/ids.ts';
import { exactDifference, exactSum } from '../sql/exact-sum.ts';
import { isPostgres, rawRows } from '../sql/dialect.ts';
import type { EventColumns } from './event-row.ts';

export const NO_MONEY: LoggedMoney = {
  ...{ cash: ZERO, cost: ZERO, deposits: ZERO },
  ...{ realizedPnl: ZERO, fees: ZERO },
};

/** A trade’s part of the money. */
export interface TradeMoney {
  readonly cashFlow: Decimal;
  readonly openCost: Decimal;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
}

const NONE: TradeMoney = { cashFlow: ZERO, openCost: ZERO, realizedPnl: ZERO, fees: ZERO };

/** The money after one more event. `known`: the trades’ parts so far, which this call updates. */
export function afterEvent(
  money: LoggedMoney,
  { kind, type, trade_id: tradeId, payload }: EventColumns,
  known: Map<TradeId, TradeMoney>,
): LoggedMoney {
  if (kind === 'TRADE' && tradeId !== null) {
    const after = tradeMoney(payload);
    const before = known.get(tradeId) ?? NONE;
    known.set(tradeId, after);
    return {
      ...money,
      cash: moved(money.cash, before.cashFlow, after.cashFlow),
      cost: moved(money.cost, before.openCost, after.openCost),
      realizedPnl: moved(money.realizedPnl, before.realizedPnl, after.realizedPnl),
      fees: moved(money.fees, before.fees, after.fees),
    };
  }
  if (type !== 'DEPOSITED' && type !== 'WITHDRAWN') return money;
  const { amount } = JSON.parse(payload) as { amount: string };
  const paid = dec(amount);
  return {
    ...money,
    cash: exactSum(money.cash, paid),
    deposits: exactSum(money.deposits, paid),
  };
}

/** Cash + positions at cost = deposits + realised P&L − fees, exactly. */
export function isBalanced({ cash, cost, deposits, realizedPnl, fees }: LoggedMoney): boolean {
  return exactSum(cash, cost).equals(exactDifference(exactSum(deposits, realizedPnl), fees));
}

/** These trades’ money after their last events up to a place in the log. An index finds each event. */
export async function moneyBefore(
  knex: Knex,
  username: Username,
  ids: readonly TradeId[],
  upTo: number,
): Promise<Map<TradeId, TradeMoney>> {
  if (ids.length === 0) return new Map();
  const asked = isPostgres(knex) ? 'unnest(?::text[])' : 'json_each(?)';
  const rows = await rawRows<{ trade_id: TradeId; payload: string | null }>(
    knex,
    `SELECT asked.value AS trade_id, (
       SELECT payload FROM events WHERE trade_id = asked.value AND username = ? AND sequence <= ? AND kind = 'TRADE'
       ORDER BY sequence DESC LIMIT 1) AS payload
     FROM ${asked} AS asked${isPostgres(knex) ? '(value)' : ''}`,
    [username, upTo, isPostgres(knex) ? [...ids] : JSON.stringify(ids)],
  );
  return new Map(
    rows.flatMap(({ trade_id: id, payload }) => (payload ? [[id, tradeMoney(payload)]] : [])),
  );
}

function tradeMoney(payload: string): TradeMoney {
  const { trade } = JSON.parse(payload) as { trade: Readonly<Record<keyof TradeMoney, string>> };
  const { cashFlow, openCost, realizedPnl, fees } = trade;
  return {
    cashFlow: dec(cashFlow),
    openCost: dec(openCost),
    realizedPnl: dec(realizedPnl),
    fees: dec(fees),
  };
}

function moved(total: Decimal, before: Decimal, after: Decimal): Decimal {
  return exactSum(total, exactDifference(after, before));
}
