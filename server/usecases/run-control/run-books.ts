import type { TradingMode } from '../../domain/mode.ts';
import type { Book } from '../../ports/book.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import type { TradingSystem } from '../../ports/trading-system.ts';

/** A book in which strategies run. */
export interface RunBook {
  readonly mode: TradingMode;
  readonly runs: StrategyRuns;
  readonly book: Book;
  readonly trading: Pick<TradingSystem, 'executeOrder'>;
  /** False: the book sends no orders at all. */
  readonly mayTrade: boolean;
}

/** Null: the server keeps no such book. */
export type RunBooks = Readonly<Record<TradingMode, RunBook | null>>;

/** The books that the server keeps, of one mode or of both. */
export function booksOf(books: RunBooks, mode: TradingMode | null): readonly RunBook[] {
  const modes: readonly TradingMode[] = mode === null ? ['PAPER', 'REAL'] : [mode];
  return modes.flatMap((each) => books[each] ?? []);
}
