import type { QuoteTable } from '../../domain/bars/quote-table.ts';
import type { MadeTrades } from '../../domain/drift/made-trades.ts';
import { recordedQuotes } from '../../domain/drift/recorded-quotes.ts';
import { recordedSpans } from '../../domain/drift/recorded-spans.ts';
import { standingAt } from '../../domain/drift/standing-at.ts';
import { CANDLE_MS } from '../../domain/market/candle.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { PackedRecord } from '../../ports/backtest-pool.ts';
import type { Handed, HandedDeps } from './read-handed.ts';

export interface ContractsRecorded {
  /** Quotes of the contracts that the run held; null: it held none. */
  readonly quotes: QuoteTable | null;
  /** Null: it looked at no quote, and held nothing without bars. */
  readonly record: PackedRecord | null;
}

interface Known {
  readonly handed: Handed;
  readonly made: MadeTrades;
}

/** What the book and the journal record of contracts without bars, or why it cannot be used. */
export async function recordOfContracts(
  { store }: Pick<HandedDeps, 'store'>,
  run: StrategyRun,
  until: Date,
  { handed: { bars, reads }, made }: Known,
): Promise<ContractsRecorded | string> {
  const own = new Set(bars.series.map(({ symbol }) => symbol));
  const trades = standingAt(made.trades, until.getTime()).filter(({ symbol }) => !own.has(symbol));
  if (trades.length === 0 && !bars.readsQuotes) return { quotes: null, record: null };
  const spans = recordedSpans(trades);
  const nearMs = CANDLE_MS[run.interval] - 1;
  const record = { pieces: reads.pieces, calls: reads.calls, spans, nearMs };
  if (trades.length === 0) return { quotes: null, record };
  const marks = await store.marks(
    run.username,
    trades.map(({ id }) => id),
  );
  const contracts = [...new Set(trades.map(({ symbol }) => symbol))];
  const quotes = recordedQuotes(
    contracts,
    marks.filter(({ at }) => at <= until.getTime()),
  );
  return quotes
    ? { quotes, record }
    : 'A price of its contracts has more digits than a column holds.';
}
