import type { Instrument } from '../../../domain/instrument/instrument.ts';
import type { Greeks } from '../../../domain/market/quote.ts';
import type { ClosedResult } from '../../../domain/statistics/closed-result.ts';
import { fromColumns, namesOf, type Shape } from '../sql/record-shape.ts';
import type { TradeRow } from './trade-row.ts';

const RESULT: Shape<Omit<ClosedResult, 'instrument' | 'entryGreeks' | 'context' | 'strategyRun'>> =
  {
    status: 'text',
    side: 'text',
    filledQuantity: 'decimal',
    realizedPnl: 'decimal',
    fees: 'decimal',
    openedAt: 'time',
    closedAt: 'time',
    closeReason: 'text',
    dteAtEntry: 'number',
    tags: 'json',
  };
const CONTEXT: Shape<ClosedResult['context']> = {
  strategy: 'text',
  scanner: 'text',
  ivRank: 'number',
  marketRegime: 'text',
  aiModel: 'text',
  aiVerdict: 'text',
  aiConfidence: 'number',
};
const INSTRUMENT: Shape<Pick<Instrument, 'underlying' | 'assetClass'>> = {
  underlying: 'text',
  assetClass: 'text',
};
const DELTA: Shape<Pick<Greeks, 'delta'>> = { delta: 'number' };
/** The columns that a closed result needs: a fifth of a trade's. */
export const RESULT_COLUMNS = [
  ...[RESULT, CONTEXT, INSTRUMENT].flatMap((shape) => namesOf(shape)),
  ...['entry_greeks_known', 'entry_delta', 'strategy_run'],
].map((column) => `trades.${column}`);

export function closedResult(row: TradeRow): ClosedResult {
  return {
    ...fromColumns(row, RESULT),
    instrument: fromColumns(row, INSTRUMENT),
    context: fromColumns(row, CONTEXT),
    entryGreeks: row.entry_greeks_known === 1 ? fromColumns(row, DELTA, 'entry_') : null,
    strategyRun: row.strategy_run === null ? null : { runId: row.strategy_run },
  };
}
