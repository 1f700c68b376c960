import type { Instrument } from '../instrument/instrument.ts';
import type { Greeks } from '../market/quote.ts';
import type { StrategyMark } from '../trade/strategy-mark.ts';
import type { TradeContext } from '../trade/trade-context.ts';
import type { Trade } from '../trade/trade.ts';

/** What statistics read of a closed trade; a book may hold a hundred thousand. */
export interface ClosedResult extends Pick<
  Trade,
  | 'status'
  | 'side'
  | 'filledQuantity'
  | 'realizedPnl'
  | 'fees'
  | 'openedAt'
  | 'closedAt'
  | 'closeReason'
  | 'dteAtEntry'
  | 'tags'
> {
  readonly instrument: Pick<Instrument, 'underlying' | 'assetClass'>;
  readonly entryGreeks: Pick<Greeks, 'delta'> | null;
  readonly context: Pick<
    TradeContext,
    'strategy' | 'scanner' | 'ivRank' | 'marketRegime' | 'aiModel' | 'aiVerdict' | 'aiConfidence'
  >;
  /** Null: no strategy placed it. */
  readonly strategyRun: Pick<StrategyMark, 'runId'> | null;
}
