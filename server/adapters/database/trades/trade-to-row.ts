import { type Instrument, isToken } from '../../../domain/instrument/instrument.ts';
import type { StrategyMark } from '../../../domain/trade/strategy-mark.ts';
import type { Trade } from '../../../domain/trade/trade.ts';
import type { TradeContext } from '../../../domain/trade/trade-context.ts';
import { orNone, toColumns, type Columns } from '../sql/record-shape.ts';
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
  type FlatTrade,
  type TokenFacts,
} from './trade-shape.ts';

export function tradeToRow(trade: Trade): Columns {
  return {
    ...toColumns<FlatTrade>(trade, FLAT_TRADE),
    ...instrumentToRow(trade.instrument),
    ...toColumns(trade.bracket, BRACKET),
    bracket_wanted: trade.wantedBracket ? 1 : 0,
    ...orNone(trade.wantedBracket, BRACKET, 'wanted_'),
    ...orNone(trade.trail, TRAIL, 'trailing_'),
    ...orNone(trade.closeRequest, CLOSE_REQUEST, 'close_'),
    ...orNone(trade.review, REVIEW, 'reviewed_'),
    ...orNone(trade.doubt, DOUBT, 'doubt_'),
    ...orNone(trade.split, SPLIT, 'split_'),
    ...markToRow(trade.strategyRun),
    ...contextToRow(trade.context),
    entry_greeks_known: trade.entryGreeks ? 1 : 0,
    ...orNone(trade.entryGreeks, GREEKS, 'entry_'),
    exit_greeks_known: trade.exitGreeks ? 1 : 0,
    ...orNone(trade.exitGreeks, GREEKS, 'exit_'),
    mark: trade.mark === null ? null : JSON.stringify(trade.mark),
    net_sign: netSign(trade),
    search_text: searchText(trade),
  };
}

/**
 * The columns of a changed trade's row that differ from those before. The stored row may be newer than
 * `before` in other columns: marks come without a version.
 */
export function changedColumns(before: Trade, row: Columns): Columns {
  const previous = tradeToRow(before);
  const changed = Object.entries(row).filter(([column, value]) => previous[column] !== value);
  const isTrailed = row['trailing_pct'] !== null;
  if ((before.trail !== null) === isTrailed) return Object.fromEntries(changed);
  // A trail that starts or ends discards a best price that was noted meanwhile.
  return Object.fromEntries([...changed, ['trailing_best', row['trailing_best'] ?? null]]);
}

function instrumentToRow(instrument: Instrument): Columns {
  switch (instrument.assetClass) {
    case 'OPTION': {
      const { right, ...columns } = toColumns(instrument, OPTION);
      return { ...columns, option_right: right ?? null };
    }
    case 'EQUITY':
      return toColumns(instrument, EQUITY);
    case 'TOKEN':
      return {
        ...toColumns(instrument, TOKEN_UNITS),
        ...toColumns<TokenFacts>(instrument, TOKEN_FACTS, OF_TOKEN),
      };
  }
}

function markToRow(mark: StrategyMark | null): Columns {
  const { runId = null, strategyId = null, version = null } = mark ?? {};
  return { strategy_run: runId, strategy_id: strategyId, strategy_version: version };
}

function contextToRow(context: TradeContext): Columns {
  return {
    ...toColumns(context, CONTEXT_FACTS),
    ...toColumns(context, CONTEXT_REMARKS, 'context_'),
  };
}

/** Sign of the result after fees: win, scratch or loss. Null for a live trade and for one that never filled. */
function netSign(trade: Trade): number | null {
  if (trade.phase !== 'CLOSED' || trade.filledQuantity.isZero()) return null;
  return trade.realizedPnl.comparedTo(trade.fees);
}

/** Lower case, because the two databases fold case differently. */
function searchText(trade: Trade): string {
  const { context } = trade;
  return [
    trade.instrument.symbol,
    isToken(trade.instrument) ? trade.instrument.ticker : null,
    context.strategy,
    context.scanner,
    ...trade.tags,
    ...context.tags,
    trade.notes,
    context.notes,
  ]
    .filter((part) => part !== null)
    .join('\n')
    .toLowerCase();
}
