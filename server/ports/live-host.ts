import type { DeskReads, RunAsk, StrategyRun } from '../domain/strategy/strategy-run.ts';
import type { StrategyBar, StrategyFill, StrategyQuote } from '../domain/strategy/strategy.ts';

/** What an instance is given, in plain values that any thread may pass on. */
export type LiveInput =
  | { readonly kind: 'WARM_UP'; readonly symbol: string; readonly bars: readonly StrategyBar[] }
  | { readonly kind: 'BAR'; readonly bar: StrategyBar }
  | { readonly kind: 'QUOTE'; readonly quote: StrategyQuote }
  | { readonly kind: 'FILL'; readonly fill: StrategyFill };

export interface LiveCall {
  /** What the strategy sees as `now`. */
  readonly at: Date;
  readonly input: LiveInput;
  /** All that it may read of its desk; of a call that is made again, what it read the first time. Null: the bar was missed. */
  readonly desk: DeskReads | null;
}

/** What came of one call. */
export interface LiveAnswer {
  readonly asked: readonly RunAsk[];
  /** The part of the desk that was read. */
  readonly reads: DeskReads;
  readonly logged: readonly string[];
}

/** What a kind needs to be given. */
export interface LiveNeeds {
  /** Bars of each symbol before the first call. */
  readonly history: number;
  readonly quotes: boolean;
  readonly fills: boolean;
  readonly chains: boolean;
}

/** One run's strategy at work. Its calls are made in turn, in the order in which they are asked for. */
export interface LiveInstance {
  readonly needs: LiveNeeds;
  /** @throws {StrategyFailed} it threw, took more than 5 s or used too much memory; it is closed then. */
  call(call: LiveCall): Promise<LiveAnswer>;
  /** Repeats a journal's calls, so that the instance is as it was; what it asks for meanwhile is not done. */
  repeat(calls: readonly LiveCall[]): Promise<void>;
  close(): Promise<void>;
}

/** The run's thread ended by no fault of its strategy: the run may be opened again. */
export class LiveHostLost extends Error {
  override readonly name = 'LiveHostLost';
}

/** Where strategies live while they run in a book. */
export interface LiveHost {
  /** A fresh instance. @throws {StrategyFailed} */
  open(run: Pick<StrategyRun, 'kind' | 'parameters' | 'seed'>): Promise<LiveInstance>;
  close(): Promise<void>;
}
