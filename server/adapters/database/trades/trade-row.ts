import type { Username } from '../../../domain/ids.ts';
import { Model, type QueryBuilder, type RelationMappings } from 'objection';
import type {
  AssetClass,
  Instrument,
  OptionContract,
  OptionRight,
  Token,
} from '../../../domain/instrument/instrument.ts';
import type { Greeks } from '../../../domain/market/quote.ts';
import type { Doubt } from '../../../domain/trade/doubt.ts';
import type { SplitRatio } from '../../../domain/trade/split-ratio.ts';
import type { StrategyMark } from '../../../domain/trade/strategy-mark.ts';
import type { Bracket, CloseRequest, Review, Trade, Trail } from '../../../domain/trade/trade.ts';
import type { TradeContext } from '../../../domain/trade/trade-context.ts';
import { fromColumns, namesOf, type Shape } from '../sql/record-shape.ts';
import { SettlementRow, settlementFromRow } from './settlement-row.ts';
import { markFromJson } from './trade-codec.ts';
import {
  BRACKET,
  CLOSE_REQUEST,
  CONTEXT_FACTS,
  CONTEXT_REMARKS,
  DOUBT,
  EQUITY,
  FLAT_TRADE,
  GREEKS,
  OF_TOKEN,
  OPTION,
  TOKEN_FACTS,
  TOKEN_UNITS,
  REVIEW,
  SPLIT,
  TRAIL,
  type ContextFacts,
  type ContextRemarks,
  type FlatTrade,
  type TokenFacts,
} from './trade-shape.ts';

export class TradeRow extends Model {
  static override tableName = 'trades';
  static override relationMappings = (): RelationMappings => ({
    settlement: {
      relation: Model.HasOneRelation,
      modelClass: SettlementRow,
      join: { from: 'trades.id', to: 'settlements.trade_id' },
    },
  });

  declare id: string;
  declare username: Username;
  declare version: number;
  declare symbol: string;
  declare asset_class: string;
  declare option_right: OptionRight;
  declare placed_at: number;
  declare closed_at: number | null;
  declare bracket_wanted: number;
  declare trailing_pct: string | null;
  declare trailing_best: string | null;
  declare close_quantity: string | null;
  declare reviewed_status: string | null;
  declare doubt_cause: string | null;
  declare split_new_shares: string | null;
  declare strategy_run: string | null;
  declare strategy_id: string | null;
  declare strategy_version: number | null;
  declare entry_greeks_known: number;
  declare exit_greeks_known: number;
  declare mark: string | null;
  declare settlement?: SettlementRow | null;
}

/** Rows as plain objects: Objection would make a model of each row and throw it away. */
export function plainRows(query: QueryBuilder<TradeRow, TradeRow[]>): Promise<TradeRow[]> {
  return Promise.resolve(query.toKnexQuery<TradeRow>());
}

export function tradeFromRow(row: TradeRow): Trade {
  return Object.assign(fromColumns<FlatTrade>(row, FLAT_TRADE), {
    instrument: instrumentFromRow(row),
    bracket: fromColumns(row, BRACKET),
    wantedBracket: ifKnown<Bracket>(row, row.bracket_wanted === 1, BRACKET, 'wanted_'),
    trail: ifKnown<Trail>(row, row.trailing_pct !== null, TRAIL, 'trailing_'),
    closeRequest: ifKnown<CloseRequest>(row, row.close_quantity !== null, CLOSE_REQUEST, 'close_'),
    review: ifKnown<Review>(row, row.reviewed_status !== null, REVIEW, 'reviewed_'),
    doubt: ifKnown<Doubt>(row, row.doubt_cause !== null, DOUBT, 'doubt_'),
    split: ifKnown<SplitRatio>(row, row.split_new_shares !== null, SPLIT, 'split_'),
    strategyRun: markFromRow(row),
    context: contextFromRow(row),
    entryGreeks: ifKnown<Greeks>(row, row.entry_greeks_known === 1, GREEKS, 'entry_'),
    exitGreeks: ifKnown<Greeks>(row, row.exit_greeks_known === 1, GREEKS, 'exit_'),
    settlement: row.settlement ? settlementFromRow(row.settlement) : null,
    mark: row.mark === null ? null : markFromJson(row.mark),
  });
}

function ifKnown<T>(row: TradeRow, known: boolean, shape: Shape<T>, prefix: string): T | null {
  return known ? fromColumns(row, shape, prefix) : null;
}

/** All columns that `instrumentFromRow` reads, for every asset class. */
export const INSTRUMENT_COLUMNS: readonly string[] = [
  ...new Set([
    ...[OPTION, EQUITY, TOKEN_UNITS].flatMap((shape) => namesOf(shape)),
    ...namesOf(TOKEN_FACTS, OF_TOKEN),
  ]),
].map((column) => (column === 'right' ? 'option_right' : column));

export function instrumentFromRow(row: TradeRow): Instrument {
  switch (row.asset_class as AssetClass) {
    case 'OPTION':
      return Object.assign(fromColumns<OptionContract>(row, OPTION), { right: row.option_right });
    case 'EQUITY':
      return fromColumns(row, EQUITY);
    case 'TOKEN':
      return {
        ...fromColumns<Omit<Token, keyof TokenFacts>>(row, TOKEN_UNITS),
        ...fromColumns<TokenFacts>(row, TOKEN_FACTS, OF_TOKEN),
      };
  }
}

export function markFromRow(row: TradeRow): StrategyMark | null {
  const { strategy_run: runId, strategy_id: strategyId, strategy_version: version } = row;
  return runId === null || strategyId === null || version === null
    ? null
    : { runId, strategyId, version };
}

function contextFromRow(row: TradeRow): TradeContext {
  return Object.assign(
    fromColumns<ContextFacts>(row, CONTEXT_FACTS),
    fromColumns<ContextRemarks>(row, CONTEXT_REMARKS, 'context_'),
  );
}
