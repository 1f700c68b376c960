import type { Candle, CandleInterval } from '../market/candle.ts';
import type { TradeId, Username } from '../ids.ts';
import type { StrategyParameters } from './definition.ts';
import type { StrategyBar, StrategyEntry, StrategyFill, StrategyQuote } from './strategy.ts';

export type StrategyRunStatus = 'RUNNING' | 'STOPPED' | 'FAILED';

/** A strategy at work in one book, from a start to its stop. What it trades stays as it was at the start. */
export interface StrategyRun {
  readonly id: string;
  readonly username: Username;
  readonly strategyId: string;
  readonly version: number;
  readonly name: string;
  readonly kind: string;
  readonly codeVersion: string;
  readonly parameters: StrategyParameters;
  readonly symbols: readonly string[];
  readonly interval: CandleInterval;
  /** The strategy's evidence counts from here. */
  readonly evidenceSince: Date;
  /** The seed of `desk.random()`. */
  readonly seed: number;
  readonly status: StrategyRunStatus;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** Start of the newest bar that the run got. */
  readonly lastBarAt: Date | null;
  /** Why the run failed; null: it has not. */
  readonly error: string | null;
  /** The API token that started the run under a mandate, which limits its entries; null: no mandate does. */
  readonly boundBy: string | null;
}

/** What a run is called with, in the order of the calls. */
export type RunInput =
  | { readonly kind: 'WARM_UP'; readonly symbol: string; readonly bars: readonly Candle[] }
  | { readonly kind: 'BAR'; readonly bar: StrategyBar; readonly endsAt: Date }
  | { readonly kind: 'QUOTE'; readonly quote: StrategyQuote }
  | { readonly kind: 'FILL'; readonly fill: StrategyFill; readonly tradeId: TradeId };

/** What a strategy read from its desk during one call, so that the same call can be repeated. */
export interface DeskReads {
  readonly cash: string | null;
  readonly positions: Readonly<Record<string, { quantity: string; averagePrice: number } | null>>;
  readonly quotes: Readonly<Record<string, StrategyQuote | null>>;
  readonly chains: Readonly<Record<string, readonly StrategyQuote[]>>;
}

/** A strategy's requests in answer to one input, in order. */
export type RunAsk =
  | { readonly action: 'ENTER'; readonly entry: StrategyEntry }
  | { readonly action: 'EXIT'; readonly symbol: string }
  | { readonly action: 'CANCEL'; readonly symbol: string };

/** One line of a run's journal. */
export interface RunLine {
  readonly runId: string;
  /** From 1 on, without gaps. */
  readonly sequence: number;
  /** The desk's clock at the call, which the strategy saw as `now`. */
  readonly at: Date;
  readonly input: RunInput;
  /** Null: the line only warms up, and its requests were not carried out. */
  readonly reads: DeskReads | null;
  readonly asked: readonly RunAsk[];
  readonly logged: readonly string[];
}
