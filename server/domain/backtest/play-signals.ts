import { SIGNAL, type ColumnarForm, type StrategyDefinition } from '../strategy/definition.ts';
import type { BacktestControl, BacktestData } from './backtest-input.ts';
import { PlainBook } from './plain-book.ts';
import type { Run } from './run.ts';
import type { Series } from './series.ts';
import { WholeBook, type Book } from './whole-book.ts';

/** Bars between two looks at the cancel flag. */
const PACE = 65_536;

/** One symbol on its own bars, without quotes, contracts or limits: then a bar's end asks for nothing but signals. */
interface Playable {
  readonly series: Series;
  readonly entry: ColumnarForm['entry'];
  readonly signals: Uint8Array;
}

/** What the columnar form of a strategy can play; null: it has none, or the run needs more than closes. */
export function signalsOf(
  run: Run,
  data: BacktestData,
  definition: StrategyDefinition,
): Playable | null {
  const form = definition.columnar?.(run.input.parameters as never);
  const { series: all, markets } = run.universe;
  const [series] = all;
  if (!form || !series || all.length > 1 || markets.size > 1 || data.quotes) return null;
  const { isOwn, market, bars, first, total } = series;
  if (!isOwn || market.instrument.contract || run.input.limits) return null;
  const { symbol } = market;
  const span = { symbol, close: bars.close, from: first, to: first + total };
  const signals = form.signals(span);
  return signals && { series, entry: form.entry, signals };
}

/**
 * Plays a run by signals: the same orders, fills and looks as `Timeline`, without an object for each bar.
 *
 * @returns when the last bar ended; null: it was canceled.
 */
export function playSignals(run: Run, playable: Playable, control: BacktestControl): number | null {
  const { series, entry, signals } = playable;
  const { market, bars, first } = series;
  const { at, open, close } = bars;
  let book: Book = PlainBook.of(run, market, entry) ?? new WholeBook(run, market, entry);
  let [asks, now, held] = [false, run.input.from, 0];
  for (let n = 0; n < signals.length; n += 1) {
    const i = first + n;
    const end = series.endOf(i);
    if (asks) {
      run.ledger.by = end;
      book.fill(at[i]!, open[i]!);
      if (book.isFull) book = book.handOver();
      asks = false;
    }
    market.close = close[i]!;
    const isHeld = market.net !== 0n;
    if (isHeld) held += 1;
    run.equity.look(end);
    now = end;
    const signal = signals[n]!;
    if (signal !== SIGNAL.NONE && isHeld === (signal === SIGNAL.EXIT_IF_HELD)) {
      run.ledger.by = end;
      // What the last bar is answered with waits for ever, as an order that the report can tell.
      if (n === signals.length - 1) book = book.handOver();
      book.ask(end, isHeld);
      asks = true;
    }
    if (n % PACE !== PACE - 1) continue;
    if (control.cancel && Atomics.load(control.cancel, 0) !== 0) return null;
    control.onProgress?.(n + 1, run.total);
  }
  book.handOver();
  run.bars = signals.length;
  run.held = held;
  return now;
}
