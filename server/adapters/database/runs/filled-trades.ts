import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { FilledTrade } from '../../../domain/trade/filled-trade.ts';
import type { SplitRatio } from '../../../domain/trade/split-ratio.ts';
import { fromColumns, namesOf, type Shape } from '../sql/record-shape.ts';
import {
  INSTRUMENT_COLUMNS,
  instrumentFromRow,
  markFromRow,
  type TradeRow,
} from '../trades/trade-row.ts';
import { SPLIT } from '../trades/trade-shape.ts';

type Parts = 'instrument' | 'settlement' | 'review' | 'split' | 'strategyRun';

const FILLED: Shape<Omit<FilledTrade, Parts>> = {
  id: 'text',
  status: 'text',
  phase: 'text',
  side: 'text',
  filledQuantity: 'decimal',
  entryCost: 'decimal',
  exitFilled: 'decimal',
  exitedQuantity: 'decimal',
  realizedPnl: 'decimal',
  fees: 'decimal',
  placedAt: 'time',
  openedAt: 'time',
  closedAt: 'time',
  closeReason: 'text',
  twinOf: 'text',
};
const REVIEW: Shape<NonNullable<FilledTrade['review']>> = { at: 'time' };
const SETTLEMENT: Shape<NonNullable<FilledTrade['settlement']>> = {
  settledAt: 'time',
  intrinsic: 'decimal',
};
const COLUMNS = [
  ...new Set([
    ...namesOf(FILLED),
    ...INSTRUMENT_COLUMNS,
    ...namesOf(SPLIT, 'split_'),
    ...namesOf(REVIEW, 'reviewed_'),
    ...['strategy_run', 'strategy_id', 'strategy_version'],
  ]),
].map((column) => `trades.${column}`);

/** See `StrategyRuns.tradesSince`. */
export async function filledSince(
  knex: Knex,
  username: Username,
  strategyId: string,
  from: Date,
): Promise<readonly FilledTrade[]> {
  const rows = await knex('trades')
    .leftJoin('settlements', 'settlements.trade_id', 'trades.id')
    .where({ 'trades.username': username, 'trades.strategy_id': strategyId })
    .where('trades.placed_at', '>=', from.getTime())
    .whereNotNull('trades.opened_at')
    .orderBy(['trades.placed_at', 'trades.id'])
    .select([...COLUMNS, ...namesOf(SETTLEMENT).map((column) => `settlements.${column}`)]);
  return (rows as Row[]).map(filledFromRow);
}

type Row = TradeRow & {
  readonly reviewed_at: number | null;
  readonly settled_at: number | null;
};

function filledFromRow(row: Row): FilledTrade {
  return {
    ...fromColumns(row, FILLED),
    instrument: instrumentFromRow(row),
    strategyRun: markFromRow(row),
    split: row.split_new_shares === null ? null : fromColumns<SplitRatio>(row, SPLIT, 'split_'),
    review: row.reviewed_at === null ? null : fromColumns(row, REVIEW, 'reviewed_'),
    settlement: row.settled_at === null ? null : fromColumns(row, SETTLEMENT),
  };
}
