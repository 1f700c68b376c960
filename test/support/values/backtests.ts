import { createHash } from 'node:crypto';
import type {
  BacktestData,
  BacktestInput,
  Hasher,
} from '../../../server/domain/backtest/backtest-input.ts';
import type {
  BacktestReport,
  BacktestTrade,
  Decision,
} from '../../../server/domain/backtest/backtest-report.ts';
import { runBacktest } from '../../../server/domain/backtest/run-backtest.ts';
import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';
import { BarsBuilder } from '../../../server/domain/bars/bars-builder.ts';
import { QuotesBuilder, type QuoteText } from './quotes-builder.ts';
import type { QuoteTable } from '../../../server/domain/bars/quote-table.ts';
import { CANDLE_MS, type CandleInterval } from '../../../server/domain/market/candle.ts';
import type { StrategyDefinition } from '../../../server/domain/strategy/definition.ts';
import type { StrategyDesk, StrategyInstance } from '../../../server/domain/strategy/strategy.ts';

export function sha256(): Hasher {
  const hash = createHash('sha256');
  return { update: (text) => hash.update(text), digest: () => hash.digest('hex') };
}

/** A Tuesday at 10:00 in New York. */
export const TEN = Date.parse('2024-03-12T14:00:00Z');

/** Open, high, low, close; a fifth number is how many bars after the one before it starts, by default 1. */
export type Row = readonly (number | string)[];

export function barsOf(
  rows: readonly Row[],
  {
    symbol = 'SPY',
    interval = 'ONE_MINUTE',
    start = TEN,
  }: { symbol?: string; interval?: CandleInterval; start?: number } = {},
): BarColumns {
  const builder = new BarsBuilder(symbol, interval);
  let at = start;
  for (const [n, [open, high, low, close, after = 1]] of rows.entries()) {
    if (n > 0) at += Number(after) * CANDLE_MS[interval];
    const [o, h, l, c] = [open, high, low, close].map(String) as [string, string, string, string];
    const fault = builder.add({ at, open: o, high: h, low: l, close: c, volume: '100' });
    if (fault) throw new Error(`Bar ${n}: ${fault.field}: ${fault.reason}`);
  }
  return builder.build();
}

export function quotesOf(quotes: readonly QuoteText[]): QuoteTable {
  const builder = new QuotesBuilder();
  for (const quote of quotes) {
    const fault = builder.add(quote);
    if (fault) throw new Error(`${quote.symbol} ${quote.at}: ${fault.field}: ${fault.reason}`);
  }
  return builder.build();
}

export function kindOf(create: () => StrategyInstance, history = 0): StrategyDefinition {
  return {
    ...{ title: 'A test', description: 'A test', assetClasses: ['EQUITY'], parameters: {} },
    history: () => history,
    create,
  };
}

/** A strategy that runs the step of each bar at its end, by the bar's number from 0. */
export function script(
  steps: Readonly<Record<number, (desk: StrategyDesk) => void>>,
): StrategyDefinition {
  return kindOf(() => {
    let n = 0;
    return {
      onBar: (_, desk) => {
        steps[n]?.(desk);
        n += 1;
      },
    };
  });
}

export const FREE = { perUnit: '0' };

export function inputOf(input: Partial<BacktestInput> = {}): BacktestInput {
  return {
    kindVersion: 'v1',
    parameters: {},
    symbols: ['SPY'],
    from: TEN - 10 * 86_400_000,
    to: TEN + 400 * 86_400_000,
    interval: 'ONE_MINUTE',
    fillModel: 'TOUCH',
    cash: '100000',
    fees: FREE,
    slippagePct: '0',
    seed: 1,
    dataHash: 'data',
    ...input,
  };
}

/** A report with its trades as a list. */
export type Ran = BacktestReport & {
  readonly trades: readonly BacktestTrade[];
  readonly decisions: readonly Decision[];
};

export function ran(
  definition: StrategyDefinition,
  data: Partial<BacktestData>,
  input: Partial<BacktestInput> = {},
  onProgress?: (bars: number) => void,
): Ran {
  const decisions: Decision[] = [];
  const all = { bars: [], quotes: null, ...data };
  const control = { hasher: sha256(), decisions, ...(onProgress && { onProgress }) };
  const report = runBacktest(inputOf(input), all, definition, control)!;
  return { ...report, trades: report.trades.list(), decisions };
}
